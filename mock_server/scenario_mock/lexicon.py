"""A small dictionary of prompts: colors, subjects, places, light and styles, in six languages.

One row for each English word: kind (`n` noun, `a` adjective, `p` fixed phrase), then French, Spanish, German, Italian,
Portuguese and Japanese. A slash separates alternatives, a dash stands for a word that is not known. Adjectives are in
their masculine form; the others are found by `ENDINGS`. `studio.translation` and `meaning` read it.
"""

from __future__ import annotations

from dataclasses import dataclass

CODES = ("fr", "es", "de", "it", "pt", "ja")

ROWS = """
at sunset | p | au coucher du soleil | al atardecer | bei sonnenuntergang | al tramonto | ao pôr do sol | 夕暮れの
at sunset | p | au crépuscule | a la puesta de sol | im sonnenuntergang | - | ao entardecer | 夕焼けの
at night | p | la nuit/de nuit | de noche/por la noche | bei nacht/in der nacht | di notte | à noite/de noite | 夜の
at dawn | p | à l'aube | al amanecer | bei tagesanbruch/im morgengrauen | all'alba | ao amanhecer | 夜明けの
in the rain | p | sous la pluie | bajo la lluvia | im regen | sotto la pioggia | na chuva | 雨の
in the mist | p | dans la brume | en la niebla/entre la niebla | im nebel | nella nebbia | na névoa | 霧の中の
in the snow | p | dans la neige | en la nieve | im schnee | nella neve | na neve | 雪の中の
in the style of | p | dans le style de | al estilo de/en el estilo de | im stil von | nello stile di | no estilo de | -
red | a | rouge | rojo | rot | rosso | vermelho | 赤い/赤
blue | a | bleu | azul | blau | blu/azzurro | azul | 青い/青
green | a | vert | verde | grün | verde | verde | 緑の/緑
yellow | a | jaune | amarillo | gelb | giallo | amarelo | 黄色い/黄色
orange | a | orange | naranja/anaranjado | orange | arancione | laranja | オレンジ色の
purple | a | violet/pourpre | morado/violeta | lila/violett | viola | roxo | 紫の/紫
pink | a | rose | rosa/rosado | rosa | rosa | rosa/cor-de-rosa | ピンクの/ピンク
black | a | noir | negro | schwarz | nero | preto | 黒い/黒
white | a | blanc/blanche | blanco | weiß/weiss | bianco | branco | 白い/白
gray | a | gris | gris | grau | grigio | cinza/cinzento | 灰色の/灰色
brown | a | brun/marron | marrón | braun | marrone | marrom/castanho | 茶色の/茶色
golden | a | doré | dorado | golden | dorato | dourado | 金色の/金色
silver | a | argenté | plateado | silbern | argentato | prateado | 銀色の/銀色
dark | a | sombre | oscuro | dunkel/dunkl | scuro | escuro | 暗い
bright | a | lumineux/lumineuse/clair | brillante/luminoso | hell/leuchtend | luminoso/brillante | brilhante | 明るい
soft | a | doux/douce | suave | weich/sanft | morbido | suave | 柔らかい
dramatic | a | dramatique | dramático | dramatisch | drammatico | dramático | 劇的な
cinematic | a | cinématographique | cinematográfico | filmisch | cinematografico | cinematográfico | 映画的な
futuristic | a | futuriste | futurista | futuristisch | futuristico/futurista | futurista | 未来的な/未来の
medieval | a | médiéval | medieval | mittelalterlich | medievale | medieval | 中世の
ancient | a | ancien/antique | antiguo | alt/uralt | antico | antigo | 古い/古代の
old | a | vieux/vieille/vieil | viejo | - | vecchio | velho | -
new | a | nouveau/nouvelle | nuevo | neu | nuovo | novo | 新しい
young | a | jeune | joven | jung | giovane | jovem/menino | 若い
small | a | petit | pequeño | klein | piccolo | pequeno | 小さな/小さい
big | a | grand/gros | grande/gran | groß/gross | grande | grande | 大きな/大きい
beautiful | a | beau/belle/bel | hermoso/bello/bonito | schön | bello/bella | belo/bonito/lindo | 美しい
mysterious | a | mystérieux/mystérieuse | misterioso | geheimnisvoll/mysteriös | misterioso | misterioso | 神秘的な
magical | a | magique | mágico | magisch/zauberhaft | magico | mágico | 魔法の
sleeping | a | endormi | dormido | schlafend | addormentato | adormecido | 眠る/眠っている
floating | a | flottant | flotante | schwebend | fluttuante/galleggiante | flutuante | 浮かぶ
abandoned | a | abandonné | abandonado | verlassen | abbandonato | abandonado | 廃墟の
snowy | a | enneigé | nevado | verschneit | innevato | nevado | 雪の
wooden | a | en bois | de madera | hölzern | di legno | de madeira | 木の/木製の
realistic | a | réaliste | realista | realistisch | realistico | realista | リアルな/写実的な
photorealistic | a | photoréaliste | fotorrealista | fotorealistisch | fotorealistico | fotorrealista | -
detailed | a | détaillé | detallado | detailliert | dettagliato | detalhado | 詳細な
delicate | a | délicat | delicado | zart | delicato | delicado | 繊細な
cute | a | mignon/mignonne | lindo/tierno | süß/niedlich | carino | fofo | かわいい
city | n | ville/cité | ciudad | stadt | città | cidade | 街/都市/町
village | n | village | pueblo/aldea | dorf | villaggio/paese | aldeia/vila | 村
street | n | rue | calle | straße/strasse | strada/via | rua | 通り/道
castle | n | château | castillo | schloss/burg | castello | castelo | 城
house | n | maison | casa | haus | casa | casa | 家
tower | n | tour | torre | turm | torre | torre | 塔
temple | n | temple | templo | tempel | tempio | templo | 寺/神殿
bridge | n | pont | puente | brücke | ponte | ponte | 橋
lighthouse | n | phare | faro | leuchtturm | faro | farol | 灯台
garden | n | jardin | jardín | garten | giardino | jardim | 庭
market | n | marché | mercado | markt | mercato | mercado | 市場
forest | n | forêt | bosque | wald | foresta/bosco | floresta | 森
mountain | n | montagne | montaña | berg | montagna | montanha | 山
valley | n | vallée | valle | tal | valle | vale | 谷
river | n | rivière/fleuve | río | fluss | fiume | rio | 川
lake | n | lac | lago | see | lago | lago | 湖
sea | n | mer | mar | meer | mare | mar | 海
ocean | n | océan | océano | ozean | oceano | oceano | 大洋
beach | n | plage | playa | strand | spiaggia | praia | 浜/海辺
island | n | île | isla | insel | isola | ilha | 島
desert | n | désert | desierto | wüste | deserto | deserto | 砂漠
sky | n | ciel | cielo | himmel | cielo | céu | 空
cloud | n | nuage | nube | wolke | nuvola | nuvem | 雲
star | n | étoile | estrella | stern | stella | estrela | 星
moon | n | lune | luna | mond | luna | lua | 月
sun | n | soleil | sol | sonne | sole | sol | 太陽
planet | n | planète | planeta | planet | pianeta | planeta | 惑星
space | n | espace | espacio | weltraum/weltall | spazio | espaço | 宇宙
rain | n | pluie | lluvia | regen | pioggia | chuva | 雨
snow | n | neige | nieve | schnee | neve | neve | 雪
fog | n | brouillard | - | - | - | nevoeiro | -
mist | n | brume | niebla | nebel | nebbia | névoa | 霧
storm | n | tempête/orage | tormenta | sturm/gewitter | tempesta | tempestade | 嵐
fire | n | feu | fuego | feuer | fuoco | fogo | 火/炎
water | n | eau | agua | wasser | acqua | água | 水
ice | n | glace | hielo | eis | ghiaccio | gelo | 氷
flower | n | fleur | flor | blume | fiore | flor | 花
tree | n | arbre | árbol | baum | albero | árvore | 木
cherry blossom | n | cerisier | cerezo | kirschblüte | ciliegio | cerejeira | 桜
night | n | nuit | noche | nacht | notte | noite | 夜
morning | n | matin | mañana | morgen | mattina | manhã | 朝
sunset | n | - | atardecer | sonnenuntergang | tramonto | entardecer | 夕日/夕焼け
dawn | n | aube | amanecer | morgendämmerung | alba | amanhecer | 夜明け
winter | n | hiver | invierno | winter | inverno | inverno | 冬
autumn | n | automne | otoño | herbst | autunno | outono | 秋
spring | n | printemps | primavera | frühling | primavera | primavera | 春
summer | n | été | verano | sommer | estate | verão | 夏
light | n | lumière | luz | licht | luce | luz | 光
backlight | n | contre-jour | contraluz | gegenlicht | controluce | contraluz | 逆光
shadow | n | ombre | sombra | schatten | ombra | sombra | 影
dragon | n | dragon | dragón | drache/drachen | drago | dragão | 龍/竜/ドラゴン
cat | n | chat | gato | katze | gatto | gato | 猫
dog | n | chien | perro | hund | cane | cachorro/cão | 犬
horse | n | cheval | caballo | pferd | cavallo | cavalo | 馬
bird | n | oiseau | pájaro | vogel | uccello | pássaro | 鳥
fox | n | renard/renarde | zorro | fuchs/füchsin | volpe | raposa | 狐/キツネ
wolf | n | loup | lobo | wolf | lupo | lobo | 狼
bear | n | ours | oso | bär | orso | urso | 熊
owl | n | hibou/chouette | búho | eule | gufo | coruja | 梟/フクロウ
fish | n | poisson | pez | fisch | pesce | peixe | 魚
butterfly | n | papillon | mariposa | schmetterling | farfalla | borboleta | 蝶
robot | n | robot | - | roboter | - | robô | ロボット
astronaut | n | astronaute | astronauta | astronaut | astronauta | astronauta | 宇宙飛行士
knight | n | chevalier | caballero | ritter | cavaliere | cavaleiro | 騎士
warrior | n | guerrier/guerrière | guerrero | krieger/kriegerin | guerriero | guerreiro | 戦士
samurai | n | - | - | - | - | - | 侍
king | n | roi | rey | könig | re | rei | 王
queen | n | reine | reina | königin | regina | rainha | 女王
princess | n | princesse | princesa | prinzessin | principessa | princesa | 姫
witch | n | sorcière | bruja | hexe | strega | bruxa | 魔女
wizard | n | sorcier/magicien | mago | zauberer | mago | mago/bruxo | 魔法使い
man | n | homme | hombre | mann | uomo | homem | 男/男性
woman | n | femme | mujer | frau | donna | mulher | 女/女性
girl | n | fille | niña/chica | mädchen | ragazza/bambina | menina | 少女/女の子
boy | n | garçon | niño/chico | junge | ragazzo/bambino | menino | 少年/男の子
child | n | enfant | - | kind | bambino | criança | 子供
face | n | visage | rostro/cara | gesicht | volto/viso | rosto | 顔
eye | n | œil/yeux | ojo | auge | occhio | olho | 目
hat | n | chapeau | sombrero | hut | cappello | chapéu | 帽子
dress | n | robe | vestido | kleid | vestito | vestido | ドレス
sword | n | épée | espada | schwert | spada | espada | 剣
boat | n | bateau | barco | boot | barca | barco | 船
ship | n | navire | nave | schiff | nave | navio | -
car | n | voiture | coche/carro | auto | macchina/auto | carro | 車
train | n | train | tren | zug | treno | trem/comboio | 電車
station | n | gare | estación | bahnhof | stazione | estação | 駅
paper | n | papier | papel | papier | carta | papel | 紙
gold | n | or | oro | gold | oro | ouro | 金
stone | n | pierre | piedra | stein | pietra | pedra | 石
glass | n | verre | vidrio/cristal | glas | vetro | vidro | ガラス
watercolor | n | aquarelle | acuarela | aquarell | acquerello | aquarela | 水彩画/水彩
oil painting | n | peinture à l'huile | pintura al óleo/óleo | ölgemälde | dipinto a olio | pintura a óleo | 油絵
painting | n | peinture/tableau | pintura/cuadro | gemälde | dipinto/pittura | pintura/quadro | 絵画/絵
drawing | n | dessin | dibujo | zeichnung | disegno | desenho | -
illustration | n | illustration | ilustración | illustration | illustrazione | ilustração | イラスト
photograph | n | photo/photographie | foto/fotografía | foto/fotografie | foto/fotografia | foto/fotografia | 写真
portrait | n | portrait | retrato | porträt | ritratto | retrato | 肖像画/肖像
landscape | n | paysage | paisaje | landschaft | paesaggio | paisagem | 風景
style | n | style | estilo | stil | stile | estilo | 風/スタイル
background | n | fond/arrière-plan | fondo | hintergrund | sfondo | fundo | 背景
neon | n | néon | neón | neon | - | néon | ネオン/ネオン街
raincoat | n | ciré/imperméable | impermeable | regenmantel | impermeabile | capa | レインコート
dream | n | rêve | sueño | traum | sogno | sonho | 夢
"""

# Articles, prepositions and the like: word=English, an empty English drops the word.
SMALL_WORDS = {
    "fr": "un=a une=a le=the la=the les=the l'=the des= de=of d'=of du=of~the et=and ou=or avec=with sans=without "
    "dans=in en=in sur=on sous=under au=at~the aux=at~the à=at par=by pour=for qui=who près=near est=is entre=between",
    "es": "un=a una=a unos=some unas=some el=the la=the los=the las=the de=of del=of~the y=and e=and o=or con=with "
    "sin=without en=in sobre=on bajo=under al=at~the a=at por=by para=for que=that entre=between cerca=near",
    "de": "ein=a eine=a einen=a einem=a einer=a eines=of~a der=the die=the das=the den=the dem=the des=of~the von=of "
    "vom=of~the und=and oder=or mit=with ohne=without in=in im=in~the auf=on unter=under über=above bei=at am=at~the "
    "für=for neben=beside zwischen=between vor=before",
    "it": "un=a una=a un'=a uno=a il=the lo=the la=the i=the gli=the le=the l'=the di=of d'=of del=of~the della=of~the "
    "dei=of~the delle=of~the dell'=of~the e=and o=or con=with senza=without in=in nel=in~the nella=in~the "
    "nell'=in~the su=on sul=on~the sulla=on~the sotto=under al=at~the alla=at~the per=for tra=between fra=between",
    "pt": "um=a uma=a o=the a=the os=the as=the de=of do=of~the da=of~the dos=of~the das=of~the e=and ou=or com=with "
    "sem=without em=in no=in~the na=in~the nos=in~the nas=in~the sobre=on sob=under ao=at~the à=at~the por=by para=for "
    "entre=between que=that perto=near",
    "ja": "の= が= を= は= に= で= と=and や=and 中=inside 上=above 下=under 、=, 。=.",
}

# An ending and what stands in its place in the dictionary, the likeliest first.
ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (("s", ""), ("x", ""), ("e", ""), ("es", ""), ("aux", "al")),
    "es": (("s", ""), ("es", ""), ("a", "o"), ("as", "o")),
    "de": (("e", ""), ("en", ""), ("er", ""), ("es", ""), ("em", ""), ("n", ""), ("s", "")),
    "it": (("a", "o"), ("i", "o"), ("e", "o"), ("e", "a"), ("i", "e"), ("he", "o"), ("hi", "o")),
    "pt": (("s", ""), ("a", "o"), ("as", "o"), ("es", ""), ("ens", "em"), ("ões", "ão")),
}


@dataclass(frozen=True)
class Entry:
    """What a foreign word means: in English, and as which kind of word (`n`, `a`, `p`, or `f` for a small word)."""

    english: str
    kind: str


def _entries(code: str) -> dict[str, Entry]:
    column = CODES.index(code) + 2
    found: dict[str, Entry] = {}
    for row in ROWS.strip().splitlines():
        cells = [cell.strip() for cell in row.split("|")]
        for word in cells[column].split("/"):
            if word != "-":
                found.setdefault(word, Entry(cells[0], cells[1]))
    for pair in SMALL_WORDS[code].split():
        word, _, english = pair.partition("=")
        found[word] = Entry(english.replace("~", " "), "f")
    return found


LEXICON: dict[str, dict[str, Entry]] = {code: _entries(code) for code in CODES}
ENGLISH = frozenset(word for row in ROWS.strip().splitlines() for word in row.split("|")[0].split())
