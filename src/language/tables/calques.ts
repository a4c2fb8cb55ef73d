/**
 * Korean words that are Chinese words read character by character where Korean commonly says otherwise (`Chinese calque usual`), written for this project from general
 * knowledge of the Korean that is written in China; no list was copied. Korean speakers in China use many of them of their own accord: they are a weak sign that a text
 * follows a Chinese one, and none by itself.
 */
export const CALQUES: readonly (readonly [zh: string, calque: string, usual: string])[] = `
前部分 전부분 앞부분
后部分 후부분 뒤부분
幅度 폭도 폭
比较准确 비교적정확 꽤정확
画面感 화면감 느낌
节奏 절주 박자
衔接 함접 이어짐
质量 질량 품질
明显 명현 뚜렷
工作 공작 일
安排 안배 배치
联系 련계 련락
水平 수평 수준
清楚 청초 또렷
`
  .trim()
  .split('\n')
  .map((line) => {
    const [zh = '', calque = '', usual = ''] = line.split(' ')
    return [zh, calque, usual] as const
  })
