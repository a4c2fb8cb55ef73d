/** Letters before numbers that cameras, programs and parts of the work give, in upper case: they name no show. */
export const NO_CODES: ReadonlySet<string> = new Set(
  (
    'EP SC SH SQ CUT SHOT SCENE TAKE DAY PAGE VER FRAME DATE FILE DOC LAYER KEY BG BOOK CH CHAR PROP REF FINAL NEW OLD TEST TEMP COPY RETAKE LAYOUT ANIM COLOR ' +
    'IMG DSC DSCN DSCF MVI VID PXL GOPR DJI MOV CIMG SAM PANO SCAN SCN WA PIC PHOTO SCREENSHOT CLIP TRACK AUDIO RENDER COMP OUTPUT SEASON EPISODE PART'
  ).split(' '),
)
