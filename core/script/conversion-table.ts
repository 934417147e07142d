import { assertNever } from '../support/assert-never';
import type { ScriptMode, SourceScript } from './mode';

/**
 * One conversion of OpenCC, named as OpenCC names its configurations: `s` Simplified, `t` Traditional in OpenCC's
 * own standard, `tw` and `hk` the regional standards, `twp` Taiwan with its own vocabulary.
 */
export type Conversion =
  | ('s2t' | 's2tw' | 's2twp' | 's2hk')
  | ('t2s' | 't2tw' | 't2twp' | 't2hk')
  | ('tw2s' | 'tw2sp' | 'tw2t' | 'tw2hk')
  | ('hk2s' | 'hk2t' | 'hk2tw' | 'hk2twp');

type Steps = Record<Exclude<ScriptMode, 'original'>, readonly Conversion[]>;

// Simplified to Traditional is never run on Traditional text, which it damages. A text converted character by
// character is therefore taken back to Simplified first, where its stray forms and the proper ones are one.
const STEPS: Record<SourceScript, Steps> = {
  hans: {
    simplified: [],
    traditional: ['s2t'],
    taiwan: ['s2tw'],
    'taiwan-phrases': ['s2twp'],
    'hong-kong': ['s2hk'],
  },
  hant: {
    simplified: ['t2s'],
    traditional: [],
    taiwan: ['t2tw'],
    'taiwan-phrases': ['t2twp'],
    'hong-kong': ['t2hk'],
  },
  'hant-tw': {
    simplified: ['tw2s'],
    traditional: ['tw2t'],
    taiwan: [],
    'taiwan-phrases': [],
    'hong-kong': ['tw2hk'],
  },
  'hant-hk': {
    simplified: ['hk2s'],
    traditional: ['hk2t'],
    taiwan: ['hk2tw'],
    'taiwan-phrases': ['hk2twp'],
    'hong-kong': [],
  },
  'hant-from-hans': {
    simplified: ['tw2s'],
    traditional: ['tw2s', 's2t'],
    taiwan: ['tw2s', 's2tw'],
    'taiwan-phrases': ['tw2s', 's2twp'],
    'hong-kong': ['tw2s', 's2hk'],
  },
};

/** The conversions, in order, that show a text of this script in this mode; none where it is shown as it stands. */
export const conversionSteps = (source: SourceScript, mode: ScriptMode): readonly Conversion[] =>
  mode === 'original' ? [] : STEPS[source][mode];

/** A BCP 47 language tag of the scripts and regions that a text can be displayed in. */
export type LanguageTag = 'zh-Hans' | 'zh-Hant' | 'zh-Hant-TW' | 'zh-Hant-HK';

const TAG_OF_SOURCE: Record<SourceScript, LanguageTag> = {
  hans: 'zh-Hans',
  hant: 'zh-Hant',
  'hant-tw': 'zh-Hant-TW',
  'hant-hk': 'zh-Hant-HK',
  'hant-from-hans': 'zh-Hant',
};

/** The language tag (BCP 47) of what is displayed, by which the right regional glyphs are chosen. */
export function languageTag(source: SourceScript, mode: ScriptMode): LanguageTag {
  switch (mode) {
    case 'original':
      return TAG_OF_SOURCE[source];
    case 'simplified':
      return 'zh-Hans';
    case 'traditional':
      return 'zh-Hant';
    case 'taiwan':
    case 'taiwan-phrases':
      return 'zh-Hant-TW';
    case 'hong-kong':
      return 'zh-Hant-HK';
    default:
      return assertNever(mode);
  }
}
