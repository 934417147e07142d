import { describe, expect, it } from 'vitest';
import { loadConversion } from '#core/script/conversion';

// Known sentences, written out: the oracle of the other tests follows its dictionaries, these do not.
describe('conversion of known sentences', () => {
  it.each([
    ['s2t', '夸夸其谈的人在后台干活，头发都白了。', '誇誇其談的人在後臺幹活，頭髮都白了。'],
    ['s2t', '皇后在城里的钟楼下面吃面条。', '皇后在城裏的鐘樓下面喫麪條。'],
    ['s2tw', '这里的软件面板坏了。', '這裡的軟件面板壞了。'],
    ['s2twp', '鼠标和硬盘的数据在互联网上备份。', '滑鼠和硬碟的資料在網際網路上備份。'],
    ['s2twp', '程序员用软件优化算法。', '程式設計師用軟體最佳化演算法。'],
    ['s2hk', '里面的台灯和衣柜。', '裏面的枱燈和衣櫃。'],
    ['t2s', '乾坤未定，干戈不止，頭髮乾了。', '乾坤未定，干戈不止，头发干了。'],
    ['tw2s', '裡面的著作意味著什麼？', '里面的著作意味着什么？'],
    ['tw2sp', '滑鼠和網際網路', '鼠标和互联网'],
    ['hk2s', '裏面的羣眾', '里面的群众'],
    ['t2tw', '裏面的羣衆', '裡面的群眾'],
    ['tw2t', '裡面的群眾', '裏面的羣衆'],
    ['hk2t', '裏面的羣眾', '裏面的羣衆'],
  ] as const)('%s: %s', async (name, source, shown) => {
    expect((await loadConversion(name)).convert(source).display).toBe(shown);
  });
});
