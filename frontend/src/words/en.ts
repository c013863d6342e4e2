// What is not said at once comes with the part that says it (`lateCards.ts` and its like).
const files = import.meta.glob<string>(['../../messages/en/*.ftl', '!../../messages/en/{backbones,block,cards,code,compare,curves,describe,explain,export,imports,inspector,outline,own,picture,pointing,runlist,share,start,takes,tour}.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

export const texts = Object.values(files).join('\n')
