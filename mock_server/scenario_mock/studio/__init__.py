"""What the mock really does with texts and pictures, one module for each ability.

Simple, deterministic and honest: a caption names colors that are there, a map of edges is computed, a vector is near
where words are. Where an ability is a stand-in for a large model, its docstring says what it does instead. Pure
functions on texts, pixels and bytes; nothing here knows HTTP, the store or the clock.
"""
