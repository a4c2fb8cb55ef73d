declare module 'opencc-js/dict/JPShinjitaiCharacters' {
  /** `乗 乘|乱 亂|…`: a Japanese form, a blank, its traditional form or forms (opencc-js 1.4, from OpenCC's JPShinjitaiCharacters). */
  const dict: string
  export = dict
}
