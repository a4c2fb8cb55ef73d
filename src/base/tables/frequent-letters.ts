// The most frequent letters of running text and of file names of the trade, chosen by hand from general knowledge of both languages. They only help to tell code
// pages apart: bytes read in a wrong page land on rare letters as often as on frequent ones.

/** Han characters that make up most of Chinese running text and of file names of the trade. */
export const FREQUENT_HAN: ReadonlySet<string> = new Set(
  '的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小二无同么经法当起与好看学进种将还分此心前面又定见只主没公从知使样情明身因但现想情把其但样理力已手头新意正外长实高动开点关系重机制别部化内应反量平加间比业件性体表做被水色书老给美再气儿世当利全接全提直今度相四五六七八九零第修改镜画原背景线条颜文图片资料版本返确认完成品交付指示表格集话场照马格清稿检查备注号话说明案送收件包夹层光影眼脸发衣服细粗红黄蓝绿黑白灰深浅左右上下快慢请谢按照参考正式通知日报周月总结名单会议记录翻译設計動畫圖頭線條',
)

/** Hangul syllables that make up most of Korean running text and of file names of the trade. */
export const FREQUENT_HANGUL: ReadonlySet<string> = new Set(
  '이다는을가에의고하은지로사를한도서기어나리자인시대아부정그해스일제수전보라게주니상과있들것안장동원성문화선여면오구국연비경생조유신만공세마관요당실학소음적된내모물위속개방계업치교중단무미백산발진분식용회영심각합품명양재급입출력결날짜색깔머리눈손얼굴림번호으며습까야와했없같때더거두말님세요우데터트드크프브까저된할던였었될및후전앞뒤좌우초컷씬배경원화동화완료확인자료파일최종수정본지시의견판표책말사진검토목록보고통역년월일오전오후',
)
