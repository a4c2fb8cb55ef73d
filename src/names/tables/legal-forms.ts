/**
 * Legal forms that say how a company is registered, not which company it is. Folded words (lower case, no points).
 * Written from the registries' own terms: Companies Act 2006 (GB), Delaware and California codes (US), Companies Act 1967 (SG), Company Law of the PRC, Korean Commercial Act,
 * Russian Civil Code, GmbHG, and the French, Italian, Spanish, Dutch, Polish and Nordic equivalents.
 */
export const LEGAL_WORDS: ReadonlySet<string> = new Set(
  ('ltd limited aktiengesellschaft ltda limitada pte pvt pty lda llc llp lp lllp inc incorporated corp corporation co company companies plc pllc cic cio ooo oao zao pao ao too tov jsc ojsc pjsc cjsc ' +
    'gmbh mbh ag akg kg kgaa ohg ug ev eg gbr bv nv bvba vof sarl sas sasu sa sca snc srl spa sapa sl slu slne scl ab oy oyj as asa aps ivs hf ehf sprl doo dd ad ood eood kft zrt nyrt rt sro sia uab ' +
    'ооо оао зао пао ао нао ип тов тоо bhd sdn berhad wll fze fzco fzc llc kk yk gk kabushiki spzoo sae saog saoc').split(/\s+/),
)

/** Legal forms of several words, longest first where one begins another. */
export const LEGAL_PHRASES: readonly (readonly string[])[] = [
  'limited liability partnership', 'limited liability company', 'private limited company', 'public limited company', 'open joint stock company', 'closed joint stock company',
  'public joint stock company', 'joint stock company', 'private joint stock company', 'company with limited liability', 'obshchestvo s ogranichennoy otvetstvennostyu',
  'obshchestvo s ogranichennoi otvetstvennostyu', 'aktsionernoe obshchestvo', 'gesellschaft mit beschrankter haftung', 'sociedad limitada', 'sociedad anonima', 'societe anonyme',
  'kabushiki kaisha', 'yugen kaisha', 'godo kaisha', 'sp z o o', 'sp z oo', 'sp zoo', 's de rl', 'общество с ограниченной ответственностью', 'публичное акционерное общество', 'открытое акционерное общество', 'закрытое акционерное общество', 'акционерное общество', 'товариство з обмеженою відповідальністю', 'акціонерне товариство',
  's a', 's l', 's r l', 's p a', 'b v', 'n v', 'l l c',
].map((phrase) => phrase.split(' '))
