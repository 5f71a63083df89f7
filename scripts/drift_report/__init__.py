"""One report of all that moved: the contract against the SDK, recorded traffic and another version of itself."""
