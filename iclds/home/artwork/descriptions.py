"""What the drawings show, in words, for those who cannot see them. All fit into 255 characters."""

from iclds.home.artwork import scenes
from iclds.home.artwork.scenes import Scene

LONGEST = 255
LANGUAGES = ("en", "sv")
Names = dict[str, tuple[str, str]]  # English, Swedish

LANDMARKS: Names = {
    "church": ("a white church", "en vit kyrka"),
    "town-hall": ("a town hall", "ett rådhus"),
    "water-tower": ("a water tower", "ett vattentorn"),
    "lighthouse": ("a lighthouse", "en fyr"),
    "clock-tower": ("a clock tower", "ett klocktorn"),
    "high-rise": ("a high-rise", "ett höghus"),
    "pillared-hall": ("a pillared hall", "ett hus med pelare"),
    "mast": ("a radio mast", "en radiomast"),
    "dome": ("a domed building", "en kupolbyggnad"),
    "domed-church": ("a church with golden cupolas", "en kyrka med gyllene kupoler"),
    "pagoda": ("a pagoda", "en pagod"),
    "twin-towers": ("a church with two towers", "en kyrka med två torn"),
    "stone-tower": ("a fortress tower", "ett fästningstorn"),
}
LANDFORMS: Names = {
    "hills": ("hills", "kullar"),
    "forest": ("a forest", "en skog"),
    "peaks": ("snowy peaks", "snöklädda toppar"),
    "snow-cone": ("a snow-capped mountain", "ett berg med snö på toppen"),
    "table": ("a flat-topped mountain", "ett berg med platt topp"),
    "dunes": ("dunes", "sanddyner"),
    "karst": ("steep, rounded rocks", "branta, rundade klippor"),
    "terraces": ("a terraced hill", "en kulle med terrasser"),
    "volcano": ("a volcano", "en vulkan"),
    "vineyard": ("vineyards", "vingårdar"),
    "fields": ("fields", "åkrar"),
    "falls": ("a waterfall", "ett vattenfall"),
    "islands": ("islands", "öar"),
    "taiga": ("a fell with spruces", "ett fjäll med granar"),
}
PLANTS: Names = {
    "birch": ("birches", "björkar"),
    "spruce": ("spruces", "granar"),
    "pine": ("pines", "tallar"),
    "round-tree": ("trees", "träd"),
    "acacia": ("acacias", "akacior"),
    "palm": ("palms", "palmer"),
    "baobab": ("baobabs", "baobabträd"),
    "cypress": ("cypresses", "cypresser"),
    "banana": ("banana plants", "bananplantor"),
    "shrub": ("bushes", "buskar"),
}
MOTIFS: Names = {
    "": ("the letters ICLD", "bokstäverna ICLD"),
    "water": ("a drop and waves", "en droppe och vågor"),
    "waste": ("three arrows around a leaf", "tre pilar runt ett löv"),
    "school": ("a ruled sheet and a pencil", "ett linjerat papper och en penna"),
    "youth": ("three young people with raised arms", "tre unga med armarna i luften"),
    "health": ("a heart with a cross", "ett hjärta med ett kors"),
    "climate": ("a sprouting plant", "en planta som gror"),
    "gender": ("two people and an equals sign", "två personer och ett likhetstecken"),
    "dialogue": ("two speech bubbles", "två pratbubblor"),
    "city": ("three tall buildings", "tre höga hus"),
    "library": ("an open book", "en öppen bok"),
    "research": ("a magnifying glass over a bar chart", "ett förstoringsglas över ett stapeldiagram"),
    "market": ("a basket of fruit under an awning", "en korg med frukt under en markis"),
}
SENTENCES: Names = {
    scenes.LAKE: (
        "Drawing: {here} and, across a lake, {there}. An arc joins them over {motif}.",
        "Teckning: {here} och, på andra sidan en sjö, {there}. En båge förenar dem ovanför {motif}.",
    ),
    scenes.BRIDGE: (
        "Drawing: {here} and {there}, joined by a stone bridge. Above it {motif}.",
        "Teckning: {here} och {there}, förenade av en stenbro. Ovanför den {motif}.",
    ),
    scenes.GLOBE: (
        "Drawing: on the curve of the Earth, {here} and {there}. An arc joins them over {motif}.",
        "Teckning: på jordens rundning {here} och {there}. En båge förenar dem ovanför {motif}.",
    ),
    scenes.HALVES: (
        "Drawing: a lake in two lights, with {here} and {there}. An arc joins them over {motif}.",
        "Teckning: en sjö i två sorters ljus, med {here} och {there}. En båge förenar dem ovanför {motif}.",
    ),
    scenes.ROAD: (
        "Drawing: {here} and {there}, joined by a winding road. Above it {motif}.",
        "Teckning: {here} och {there}, förenade av en slingrande väg. Ovanför den {motif}.",
    ),
    scenes.RING: (
        "Drawing: {motif} in a large circle. An arc over it joins {here} and {there}.",
        "Teckning: {motif} i en stor cirkel. En båge över den förenar {here} och {there}.",
    ),
}
HERE = ("a Swedish town with {landmark}", "en svensk stad med {landmark}")
THERE = (
    "a town abroad with {landmark} in front of {landform}",
    "en stad i ett annat land med {landmark} framför {landform}",
)
NEAR_AND_FAR = (
    "Drawing: {town} with {landmark} and {plants} in front of {landform}. "
    "An arc joins it to a Swedish town on the horizon.",
    "Teckning: {town} med {landmark} och {plants} framför {landform}. "
    "En båge förenar den med en svensk stad vid horisonten.",
)
IMAGINED = ("an imagined town in {country}", "en påhittad stad i {country}")
SOMEWHERE = ("a town abroad", "en stad i ett annat land")
COVERS = (
    "Cover of the publication “{title}”, with a drawing of two towns, joined by a line.",
    "Omslag till publikationen ”{title}”, med en teckning av två städer, förenade av en linje.",
)


def describe(picture: Scene | str, language: str, country: str = "") -> str:
    """The picture in English or Swedish: a scene, or a theme for the theme's own picture.

    `country` is the name of the country that a country's picture stands for.
    """
    scene, at = scenes.theme_scene(picture) if isinstance(picture, str) else picture, LANGUAGES.index(language)
    landmark, landform = LANDMARKS[scene.abroad.landmark][at], LANDFORMS[scene.abroad.landform][at]
    if scene.layout == scenes.FAR:
        town = IMAGINED[at].format(country=country) if country else SOMEWHERE[at]
        plants = PLANTS[scene.abroad.plants[0]][at]
        return NEAR_AND_FAR[at].format(town=town, landmark=landmark, plants=plants, landform=landform)
    return SENTENCES[scene.layout][at].format(
        here=HERE[at].format(landmark=LANDMARKS[scene.swedish.landmark][at]),
        there=THERE[at].format(landmark=landmark, landform=landform),
        motif=MOTIFS[scene.theme][at],
    )


def describe_cover(title: str, language: str) -> str:
    """A cover, by its title; a title that is too long is cut."""
    sentence = COVERS[LANGUAGES.index(language)]
    room = LONGEST - len(sentence.format(title=""))
    return sentence.format(title=title if len(title) <= room else title[: room - 1].rstrip() + "…")


def in_both(scene: Scene, countries: dict[str, str] | None = None) -> dict[str, str]:
    """The descriptions by language, as the loader wants them; `countries` holds a country's name by language."""
    return {language: describe(scene, language, (countries or {}).get(language, "")) for language in LANGUAGES}
