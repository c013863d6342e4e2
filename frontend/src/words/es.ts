const files = {
  ...import.meta.glob<string>('../../messages/es/*.ftl', { query: '?raw', import: 'default', eager: true }),
  // What the server says in English, and of which it sends the ids and values.
  ...import.meta.glob<string>('../../../backend/layerloom/words/es/*.ftl', { query: '?raw', import: 'default', eager: true }),
  // What the catalog says of its groups and layers; in English it stands in the catalog itself.
  ...import.meta.glob<string>('../../../backend/layerloom/catalog/words/es.ftl', { query: '?raw', import: 'default', eager: true }),
}

export const texts = Object.values(files).join('\n')
