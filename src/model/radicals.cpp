#include "model/radicals.h"

#include <array>
#include <string_view>

namespace junheng::model {

namespace {

// The ideographs of a run of characters; where there is none, the character itself.
struct Run {
    char32_t first;
    std::u32string_view ideographs;
};

// EquivalentUnifiedIdeograph.txt of Unicode 14: CJK Radicals Supplement, Kangxi Radicals, CJK Strokes.
// clang-format off: it breaks the texts anew each time, as it does not know how wide these characters are.
constexpr std::array kRuns{
    Run{0x2E80, U"⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王"
                U"𤴔"
                U"目"
                U"示"
                U"礻"
                U"𥫗"
                U"糹"
                U"纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠"
                U"饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"},
    Run{0x2F00, U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工"
                U"己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉"
                U"瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
                U"衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯"
                U"鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"},
    Run{0x31D0, U"一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎"}};
// clang-format on

} // namespace

char32_t ideographOf(char32_t c) {
    for (const Run& run : kRuns) {
        if (c >= run.first && c < run.first + run.ideographs.size())
            return run.ideographs[c - run.first];
    }
    return c;
}

} // namespace junheng::model
