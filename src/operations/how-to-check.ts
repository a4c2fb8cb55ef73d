import { checkScript } from '../evidence/index.ts'

/** The page HOW-TO-CHECK.txt of a bundle. */
export function howToCheck(): string {
  return `HOW TO CHECK THIS BUNDLE

You need nothing from whoever gave it to you but two short texts, told by another channel (a call, a letter): the ledger's head and the key's fingerprint.

1. With Inbetween, installed by yourself:   inbetween verify bundle.zip --head HEAD --fingerprint KEY
2. In a browser, without a network:         open index.html and drop the zip on it
3. With sha256sum and openssl 3 alone:      unpack it, save the lines below as check.sh, run  bash check.sh  in the folder that holds bagit.txt

What holds when it passes: these bytes, entries and payloads are those that the key's holder signed, in this order, and none is missing before the head.
What is not shown by it: that clocks were right (a time stamp, where there is one, shows it), who people are, that translations are right, that claims are true.
Files named in data/withheld.txt were left out; their hashes are in the ledger, so that they can be compared when they are shown later.

${checkScript()}`
}
