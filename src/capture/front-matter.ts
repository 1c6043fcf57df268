import type { OwnFacts } from './draft.ts';
import { dateOf } from './page-facts.ts';

/** What a Markdown file says of itself above its text, and how long that part is. */
export interface FrontMatter extends OwnFacts {
  readonly length: number;
  readonly title: string | null;
}

const MOST = 20_000;

/** Reads the fields between two lines of `---` (YAML) or `+++` (TOML): one value a line; lists are joined. */
export function frontMatterIn(content: string): FrontMatter | null {
  const match = /^(?<fence>---|\+\+\+)[ \t]{0,20}\n(?<fields>[\s\S]{0,20000}?)\n\k<fence>[ \t]{0,20}(?=\n|$)/u.exec(
    content.slice(0, MOST),
  );
  const fields = fieldsIn(match?.groups?.['fields'] ?? '');
  if (!match || fields.size === 0) return null;
  const first = (...names: string[]): string | null => names.map((name) => fields.get(name)).find(Boolean) ?? null;
  return {
    length: match[0].length,
    title: first('title', 'headline', '标题'),
    author: first('author', 'authors', 'byline', 'by', '作者'),
    published: dateOf(first('date', 'published', 'datepublished', 'pubdate', 'publish_date', 'created', '日期')),
    modified: dateOf(first('modified', 'updated', 'lastmod', 'last_modified')),
    publisher: first('publisher', 'site', 'sitename', 'source_name', 'publication'),
    url:
      [first('url', 'source', 'canonical', 'canonical_url', 'link', 'original')].find((one) =>
        /^https?:\/\//iu.test(one ?? ''),
      ) ?? null,
    language: first('lang', 'language'),
  };
}

function fieldsIn(source: string): Map<string, string> {
  const fields = new Map<string, string>();
  let open: string | null = null;
  for (const line of source.split('\n').slice(0, 400)) {
    const item: string | undefined = /^\s{0,8}-\s{1,4}(?:name:\s{0,4})?(?<value>.{1,500})$/u.exec(line)?.groups?.[
      'value'
    ];
    if (item !== undefined && open !== null) {
      fields.set(open, [fields.get(open), bare(item)].filter(Boolean).join(', '));
      continue;
    }
    const field = /^(?<name>[\p{L}_-]{1,40})\s{0,4}[:=]\s{0,4}(?<value>.{0,2000})$/u.exec(line)?.groups;
    if (!field) continue;
    open = (field['name'] ?? '').toLowerCase();
    if (!fields.has(open)) fields.set(open, bare(field['value'] ?? ''));
  }
  return fields;
}

const bare = (value: string): string =>
  value
    .trim()
    .replace(/^\[(.{0,1900})\]$/u, '$1')
    .split(/,\s{0,4}(?=["'])/u)
    .map((one) => one.trim().replace(/^(["'])(.{0,1900})\1$/u, '$2'))
    .join(', ');
