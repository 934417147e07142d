/** The template that a person begins with: about the plain layout. */
export const DEFAULT_TEMPLATE = `{% for text in texts -%}
# {{ text.title | markdown }}

{% assign section = "" -%}
{% for note in text.notes -%}
{% if note.section and note.section != section -%}
## {{ note.section | one_line | markdown }}

{% assign section = note.section -%}
{% endif -%}
{{ note.quote | markdown | quote }}

{% if note.note != "" -%}
{{ note.note | note }}

{% endif -%}
— {{ note.citation | markdown }}
{%- if note.label != "" %} · {{ note.label | markdown }}{% endif %}
{%- for tag in note.tags %} · {{ tag | one_line | markdown }}{% endfor %}

{% endfor -%}
{% endfor -%}
`;
