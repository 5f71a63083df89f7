"""The fields of subject matter that made-up content is about. A table; `words` composes from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """One field of subject matter: what is in the picture, where, how it is tagged and what models of it are called."""

    name: str
    tags: tuple[str, ...]
    subjects: tuple[str, ...]
    places: tuple[str, ...]
    titles: tuple[str, ...]


THEMES: tuple[Theme, ...] = (
    Theme(
        "fantasy-character",
        ("character", "fantasy", "warrior", "portrait"),
        (
            "an elven ranger", "a dwarven blacksmith", "a hooded sorceress", "a paladin in gilded armor",
            "a goblin merchant", "an armored warrior queen", "a young druid with antlers", "a masked rogue",
        ),
        (
            "in a moonlit glade", "before a ruined gate", "in a candle-lit tavern", "on a battlefield at dawn",
            "beside a rune-carved stone", "under a giant oak",
        ),
        ("Fantasy Heroes", "Guild Portraits", "Sword and Sorcery", "Realm Champions", "Mythic Warriors"),
    ),
    Theme(
        "dragons",
        ("dragon", "fantasy", "creature"),
        (
            "an emerald dragon", "a sleeping frost dragon", "a red dragon with torn wings", "a tiny garden dragon",
            "a clockwork dragon", "a golden river dragon", "a two-headed wyvern", "a dragon hatchling",
        ),
        (
            "coiled around a tower", "above a burning harbor", "on a heap of treasure", "over snowy peaks",
            "in a crystal cave", "among the clouds",
        ),
        ("Dragon Forge", "Wyvern Sketchbook", "Scales and Smoke", "Hatchling Cards"),
    ),
    Theme(
        "landscape",
        ("landscape", "environment", "nature"),
        (
            "a terraced valley", "a glacier lagoon", "rolling lavender hills", "a basalt coastline",
            "a misty pine forest", "a desert canyon", "an autumn lake", "a floating archipelago",
        ),
        (
            "after the rain", "beneath a huge moon", "with a winding path", "with a distant village",
            "seen from a cliff", "under northern lights",
        ),
        ("Painted Vistas", "Wild Horizons", "Quiet Valleys", "Epic Terrain", "Dawn Matte Paintings"),
    ),
    Theme(
        "fantasy-landscape",
        ("fantasy", "landscape", "environment"),
        (
            "a floating island with waterfalls", "a valley of giant mushrooms", "an elven city in the trees",
            "a sky bridge of roots", "a sunken temple", "a forest of crystal", "a volcano with a stone face",
            "a lake of stars",
        ),
        (
            "beneath two moons", "at the end of the world", "under drifting spirits", "with tiny travelers",
            "after a long winter", "behind a veil of mist",
        ),
        ("Fantasy Landscapes", "Enchanted Realms", "Dreamlands"),
    ),
    Theme(
        "castles",
        ("castle", "fantasy", "architecture"),
        (
            "a castle on a cloud", "a ruined castle", "an ice castle", "a sand castle", "a moated castle",
            "a dwarven castle", "a castle gate", "a castle of thorns",
        ),
        (
            "under siege", "at dawn", "behind a waterfall", "in the first snow", "beside a quiet village",
            "in a map view",
        ),
        ("Castle Keeper", "Ramparts", "Keeps and Towers"),
    ),
    Theme(
        "architecture",
        ("architecture", "castle", "environment"),
        (
            "a medieval castle", "a brutalist library", "a glass greenhouse", "a cliffside monastery",
            "a gothic cathedral", "a tree-house village", "a sandstone palace", "a lighthouse",
        ),
        (
            "on a hill", "wrapped in ivy", "reflected in still water", "at the end of a long avenue",
            "half buried in sand", "above the sea",
        ),
        ("Castle Builder", "Isometric Buildings", "Stone and Glass", "Ancient Halls"),
    ),
    Theme(
        "scifi-city",
        ("sci-fi", "city", "cyberpunk", "environment"),
        (
            "a futuristic cityscape", "a rain-soaked neon alley", "an orbital habitat", "a floating market",
            "a megacity skyline", "a maglev station", "a hydroponic tower", "a spaceport",
        ),
        (
            "with flying cars", "crowded with street vendors", "during a blackout", "behind holographic billboards",
            "above a toxic sea", "in a lunar crater",
        ),
        ("Neon Districts", "Orbital Concepts", "Chrome Skylines", "Night City Kit"),
    ),
    Theme(
        "vehicles",
        ("vehicle", "sci-fi", "concept-art"),
        (
            "a rusty hover bike", "a deep-sea submersible", "a steam locomotive", "a six-wheeled rover",
            "a racing airship", "a stealth fighter", "a vintage camper van", "a mining mech",
        ),
        (
            "parked in a hangar", "crossing salt flats", "in a cutaway view", "kicking up dust", "during refueling",
            "on a turntable",
        ),
        ("Hangar Bay", "Rover Blueprints", "Rust and Rivets", "Mech Workshop"),
    ),
    Theme(
        "animals",
        ("animal", "character", "cute"),
        (
            "a cat wearing a hat", "a red panda barista", "a fox in a raincoat", "an otter detective", "a sleepy owl",
            "a corgi astronaut", "a hedgehog knight", "a heron",
        ),
        (
            "on a mossy log", "in a tiny kitchen", "on a foggy pier", "in a field of poppies", "beside a campfire",
            "on a city rooftop",
        ),
        ("Cozy Critters", "Storybook Animals", "Pocket Pets", "Woodland Friends"),
    ),
    Theme(
        "game-items",
        ("item", "icon", "game-asset", "ui"),
        (
            "a healing potion", "an enchanted shield", "a brass compass", "a chest of gems", "a runic dagger",
            "a stack of gold coins", "a spell scroll", "a wooden buckler",
        ),
        (
            "on a plain background", "as an inventory icon", "with a soft glow", "in three quarter view",
            "on a velvet cushion", "with a thick outline",
        ),
        ("Loot Icons", "Inventory Painter", "Potion Shelf", "Hand-Painted Props"),
    ),
    Theme(
        "people",
        ("portrait", "photography", "person"),
        (
            "a fisherman with weathered hands", "a dancer in a red dress", "a violinist", "a child with a paper boat",
            "an astronaut", "a market seller", "a man in a red outfit", "twin sisters",
        ),
        (
            "at Christmas", "by a rainy window", "in an empty theater", "on a crowded tram", "in front of a mural",
            "at a kitchen table",
        ),
        ("Studio Portraits", "Everyday Faces", "Editorial Light", "Cinematic Realism"),
    ),
    Theme(
        "anime",
        ("anime", "character", "illustration"),
        (
            "a schoolgirl with a katana", "a silver-haired pilot", "a shrine guardian", "a street racer",
            "a magical cook", "a robot companion", "a ghost postman", "an idol on stage",
        ),
        (
            "under cherry blossoms", "at a seaside station", "on a summer rooftop", "in a ramen shop",
            "in a falling elevator", "before fireworks",
        ),
        ("Shonen Ink", "Pastel Anime", "Cel Shade Studio", "Manga Frames"),
    ),
    Theme(
        "textures",
        ("texture", "material", "seamless"),
        (
            "cracked clay", "mossy cobblestone", "brushed copper", "woven bamboo", "hexagonal tiles", "dragon scales",
            "weathered planks", "blue porcelain",
        ),
        (
            "in a seamless tile", "with fine dust", "with deep grooves", "lit from the side", "with gold inlays",
            "after rain",
        ),
        ("Material Lab", "Stylized Surfaces", "Tileable Stone", "Fabric Weaver"),
    ),
    Theme(
        "product",
        ("product", "marketing", "photography"),
        (
            "a perfume bottle", "a pair of running shoes", "a ceramic teapot", "a wrist watch", "a stack of pancakes",
            "a mountain bike", "a soda can", "a desk lamp",
        ),
        (
            "on a marble slab", "splashed with water", "on a pastel set", "floating in mid-air",
            "beside citrus slices", "on wet asphalt",
        ),
        ("Product Stage", "Catalog Light", "Food Editorial", "Clean Packshots"),
    ),
)  # fmt: skip
