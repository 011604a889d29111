import { soundOf } from '@/lib/matching/rules/fold'

/** Words that titles and handles are made of: simplified, two characters, said one way, none that names a season or an edition. */
export const WORDS =
  `总裁 豪门 千金 逆袭 甜宠 闪婚 神医 战神 赘婿 龙王 萌宝 复仇 替嫁 真假 首富 傲娇 冷面 王妃 皇后 太子 侯府 嫡女 庶女 将军 状元 丞相
  锦鲤 农家 山村 渔火 灯塔 码头 车间 工地 护士 警花 律师 法官 老师 校花 学霸 班花 同桌 青梅 竹马 初恋 前妻 前夫 后妈 继母 婆婆 儿媳
  丈母 岳父 爷爷 奶奶 外婆 舅舅 姑妈 表哥 堂妹 双胞 弃婴 孤儿 养女 保姆 司机 保安 快递 外卖 主播 网红 影后 影帝 歌手 舞女 画师 琴师
  剑客 刀神 仙尊 魔尊 妖妃 狐仙 蛇妖 凤凰 麒麟 白虎 青龙 玄武 朱雀 乾坤 阴阳 太极 八卦 鬼谷 昆仑 蓬莱 瀛洲 长安 洛阳 金陵 姑苏 扬州
  大漠 草原 雪山 冰川 沙海 孤岛 深海 星空 银河 月光 晨曦 暮色 黄昏 午夜 黎明 暴雨 惊雷 闪电 彩虹 清风 明月 落花 流水 桃花 梨花 梅花
  兰花 牡丹 玫瑰 百合 茉莉 丁香 海棠 芙蓉 红豆 绿萝 青竹 苍松 翠柏 枫叶 银杏 梧桐 杨柳 芦苇 蒲公 麦浪 稻香 茶园 酒馆 客栈 当铺 钱庄
  镖局 武馆 书院 学堂 医馆 药铺 绣坊 染坊 瓷窑 铁匠 木匠 石匠 裁缝 厨娘 屠夫 船夫 樵夫 猎户 牧童 渔女 谍影 暗战 迷案 悬疑 追凶 卧底
  密室 遗书 血衣 金钗 玉佩 铜镜 木梳 纸鸢 风筝 灯笼 烟火 爆竹 春联 年糕 元宵 端午 中秋 重逢 离别 相思 誓言 谎言 秘密 真相 证据 审判`.split(
    /\s+/,
  )

/** At every size one work is called so, and nothing else has these two characters beside each other. */
export const RARE = '鲲鹏夜渡'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const array = (texts: readonly string[]) => `array[${texts.map(quoted).join(',')}]`

/** In the place of the j-th name in a text that is to be copied, and of how it sounds. */
export const MARKS = { name: 0xe000, sound: 0xe800, most: 0x800, id: 0xf000 }

/**
 * What a copy is called: functions of the database, so that rows are copied where they lie. `k` is the copy, `j` the name that it
 * replaces, `ms` how far back it lies. The same seed gives the same names.
 */
export const namesInSql = (seed: number, rare: number) => `
  create function bench.word(words text[], h bigint, at int) returns text language sql immutable as $$
    select words[1 + ((((h >> at) & 1023) * ((h >> at) & 1023) * ${WORDS.length}) >> 20)::int] $$;
  create function bench.spoken(words text[], gap text, j int, k int) returns text language plpgsql immutable as $$
  declare h constant bigint := hashint8extended(j::bigint * 1000003 + k, ${seed}); most constant int := ((h >> 50) & 3)::int % 3;
  begin
    return bench.word(words, h, 0) || gap || bench.word(words, h, 10) || case when most > 0 then gap || bench.word(words, h, 20) else '' end
      || case when most > 1 then gap || bench.word(words, h, 30) else '' end;
  end $$;
  create function bench.name(j int, k int) returns text language plpgsql immutable as $$
  declare words constant text[] := ${array(WORDS)};
  begin
    if j = ${rare} and k = 1 then return ${quoted(RARE)}; end if;
    return bench.spoken(words, '', j, k);
  end $$;
  create function bench.sound(j int, k int) returns text language plpgsql immutable as $$
  declare sounds constant text[] := ${array(WORDS.map(soundOf))};
  begin
    if j = ${rare} and k = 1 then return ${quoted(soundOf(RARE))}; end if;
    return bench.spoken(sounds, ' ', j, k);
  end $$;
  create function bench.grams(folded text) returns text[] language plpgsql immutable as $$
  declare found text[] := '{}'; gram text;
  begin
    for at in 1..length(folded) loop
      gram := substr(folded, at, 1);
      if gram <> all (found) then found := found || gram; end if;
    end loop;
    for at in 2..length(folded) loop
      gram := substr(folded, at - 1, 2);
      if gram <> all (found) then found := found || gram; end if;
    end loop;
    return found;
  end $$;
  create function bench.at(id uuid) returns bigint language sql immutable as $$ select ('x' || left(translate(id::text, '-', ''), 12))::bit(48)::bigint $$;
  create function bench.rest(id uuid) returns text language sql immutable as $$ select substr(translate(id::text, '-', ''), 13) $$;
  create function bench.moved(at bigint, rest text, ms bigint) returns uuid language sql immutable as $$ select (lpad(to_hex(at - ms), 12, '0') || rest)::uuid $$;
  create function bench.said(parts text[], k int, ms bigint) returns text language plpgsql immutable as $$
  declare said text := ''; part text; mark int;
  begin
    foreach part in array parts loop
      mark := ascii(part);
      said := said || case when mark between ${MARKS.name} and ${MARKS.name + MARKS.most - 1} then bench.name(mark - ${MARKS.name}, k)
        when mark between ${MARKS.sound} and ${MARKS.sound + MARKS.most - 1} then bench.sound(mark - ${MARKS.sound}, k)
        when mark = ${MARKS.id} then bench.moved(bench.at(substr(part, 2)::uuid), bench.rest(substr(part, 2)::uuid), ms)::text else part end;
    end loop;
    return said;
  end $$;
  create function bench.numbered(number text, k int) returns text language sql immutable as $$
    select regexp_replace(number, '\\d+$', '') || (substring(number from '\\d+$')::int + k * 10000) $$;
  create function bench.official(number text, k int) returns text language sql immutable as $$
    select regexp_replace(number, '^(.*?)\\d*(\\d\\d)(\\D*)$', '\\1' || lpad(k::text, 5, '0') || '\\2\\3') $$;
  create function bench.folded(number text) returns text language sql immutable as $$
    select regexp_replace(lower(number), '[^[:alnum:]]', '', 'g') $$;
`

const ID = /([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})/
const ANY_MARK = /([\uE000-\uEFFF])/u

/** A text taken apart where a copy says something else: its marks, and the ids that are copied; null where it says the same. */
export function partsOf(text: string, isCopied: (id: string) => boolean): string[] | null {
  const parts = text
    .split(ANY_MARK)
    .flatMap((part) => part.split(ID))
    .map((part) => (isCopied(part) ? `${String.fromCodePoint(MARKS.id)}${part}` : part))
    .filter((part) => part !== '')
  return parts.some((part) => ANY_MARK.test(part) || part.codePointAt(0) === MARKS.id) ? parts : null
}
