// Answers a list of questions, read as JSON from standard input, with the libraries named in package.json.
import { ethersAnswers } from "./ethers.mjs";
import { permit2Answers } from "./permit2.mjs";
import { viemAnswers } from "./viem.mjs";
import { x402Answers } from "./x402.mjs";

const answers = { ...ethersAnswers, ...permit2Answers, ...viemAnswers, ...x402Answers };

let text = "";
for await (const chunk of process.stdin) {
  text += chunk;
}

const results = [];
for (const question of JSON.parse(text)) {
  results.push(await answers[question.ask](question));
}

process.stdout.write(JSON.stringify(results));
