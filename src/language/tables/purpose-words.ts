/**
 * Words of file paths and texts that tell material to act on from what was made. Written for this project from the vocabulary of animation work in five languages.
 * Latin words are matched between letters of other kinds, so that `fix` is not found in `prefix`.
 */

/** In a path: corrections, notes, timesheets. */
export const INSTRUCTION_WORDS =
  /(?:^|[^a-z])(?:retake|rtk|fix|corr|correction|corrections|notes?|instruction|instructions|comment|comments|feedback|todo|brief|timesheet|xsheet|exposure)(?:[^a-z]|$)|修正|修改|返修|指示|说明|說明|意见|要求|备注|律表|摄影表|注意|任务|任務|リテイク|修正指示|수정|지시|설명|의견|요구|과업|주의|촬영표|리테이크|작업지시/u

/** In a path: what was made. */
export const RESULT_WORDS =
  /(?:^|[^a-z])(?:result|results|out|output|render|renders|final|done|finished|delivery|deliver|cels?|frames?|comp|export|v\d{1,3})(?:[^a-z]|$)|完成|成品|结果|結果|交片|上色|原画|动画|動画|合成|완성|결과|납품|채색|원화|동화|합성/u

/** In a path: reference material, which is neither. */
export const REFERENCE_WORDS =
  /(?:^|[^a-z])(?:ref|refs|reference|references|sample|samples|manual|book|books|ebook|tutorial|readme|license|licence)(?:[^a-z]|$)|参考|參考|資料|资料|参照|참고|자료|도서|книг|книга|справоч/u

/** In a text: a request for a change or for work. */
export const INSTRUCTION_TEXT =
  /修改|修正|重画|重新|返修|返工|不要|不能|请|請|删|加(?:一|上|个|粗|深|快)|改(?:成|为|一|到|小|大)|调(?:整|亮|暗|高|低)|太(?:大|小|粗|细|快|慢|高|低|长|短|亮|暗|多|少|近|远)|再(?:大|小|细|粗|快|慢|高|低|亮|暗|多|画|加)|漏|画错|不对|应该|按照?原|注意|参照|[一再]点$|할것|할 것|말것|말 것|하시오|하십시오|주십시오|주세요|하세요|바랍니다|바람\b|고치|고칠|수정|다시 ?그|지우|지울|더 ?(?:크|작|굵|가늘|밝|어둡|빠르|늦|느리)|너무 ?[가-힣]|않(?:게|도록)|맞추|줄일|늘일|옮길|넣을|바꿀|ください|して下さい|修正お願い|リテイク|\b(?:please|redraw|revise|retake|fix (?:the|this)|make (?:it|the)|change (?:the|to)|remove (?:the|this)|add (?:a|the|more)|should be|do not|don't|needs? to|too (?:big|small|fast|slow|thick|thin|dark|bright))\b/iu
