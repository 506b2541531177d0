import { createRequire } from "node:module";

// The package's module form does not resolve under Node; its CommonJS form does.
const { SignatureTransfer } = createRequire(import.meta.url)("@uniswap/permit2-sdk");

export const permit2Answers = {
  "permit2.digest": ({ permit, permit2Address, chainId, witness }) =>
    SignatureTransfer.hash(permit, permit2Address, chainId, witness ?? undefined),
};
