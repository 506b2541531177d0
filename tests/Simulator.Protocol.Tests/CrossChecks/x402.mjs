import {
  decodePaymentRequiredHeader,
  decodePaymentResponseHeader,
  decodePaymentSignatureHeader,
  encodePaymentRequiredHeader,
  encodePaymentResponseHeader,
  encodePaymentSignatureHeader,
} from "@x402/core/http";
import { ExactEvmScheme as ExactClient } from "@x402/evm/exact/client";
import { ExactEvmScheme as ExactFacilitator } from "@x402/evm/exact/facilitator";
import { UptoEvmScheme as UptoClient } from "@x402/evm/upto/client";
import { UptoEvmScheme as UptoFacilitator } from "@x402/evm/upto/facilitator";
import { decodeFunctionData, encodeFunctionResult, parseAbi, verifyTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";

const reads = parseAbi([
  "function PERMIT2() view returns (address)",
  "function balanceOf(address) view returns (uint256)",
  "function allowance(address,address) view returns (uint256)",
  "function name() view returns (string)",
  "function version() view returns (string)",
  "function authorizationState(address,bytes32) view returns (bool)",
]);

// The chain as the question describes it: null fails.
function readOne(chain, callData) {
  const { functionName } = decodeFunctionData({ abi: reads, data: callData });
  const value = {
    PERMIT2: chain.proxyIsDeployed ? "0x000000000022D473030F116dDEE9F6B43aC78BA3" : null,
    balanceOf: chain.balance === null ? null : BigInt(chain.balance),
    allowance: chain.allowance === null ? null : BigInt(chain.allowance),
    name: chain.name,
    version: chain.version,
    authorizationState: chain.authorizationIsUsed,
  }[functionName];
  return value === null || value === undefined
    ? { success: false, returnData: "0x" }
    : { success: true, returnData: encodeFunctionResult({ abi: reads, functionName, result: value }) };
}

function facilitatorSigner({ chain, own }) {
  return {
    getAddresses: () => own,
    getCode: async () => (chain.payerHasCode ? "0x60" : "0x"),
    verifyTypedData: async (question) => verifyTypedData(question),
    readContract: async ({ functionName, args }) => {
      if (functionName === "tryAggregate") {
        return args[1].map(({ callData }) => readOne(chain, callData));
      }

      if (chain.reverts) {
        throw new Error("execution reverted");
      }
    },
    writeContract: async () => "0x" + "ab".repeat(32),
    waitForTransactionReceipt: async () => ({ status: chain.receipt ?? "success" }),
  };
}

function facilitator(question) {
  const signer = facilitatorSigner(question);
  return question.scheme === "upto" ? new UptoFacilitator(signer) : new ExactFacilitator(signer);
}

const context = { getExtension: (key) => (key === "erc20ApprovalGasSponsoring" ? { key, signer: {} } : undefined) };

async function at(seconds, work) {
  const clock = Date.now;
  Date.now = () => seconds * 1000;
  try {
    return await work();
  } finally {
    Date.now = clock;
  }
}

export const x402Answers = {
  "x402.verify": (question) =>
    at(question.now, () => facilitator(question).verify(question.payment, question.requirements, context)),
  "x402.settle": (question) =>
    at(question.now, () => facilitator(question).settle(question.payment, question.requirements, context)),
  "x402.pay": (question) =>
    at(question.now, async () => {
      const account = privateKeyToAccount(question.key);
      const client = question.scheme === "upto" ? new UptoClient(account) : new ExactClient(account);
      const payment = await client.createPaymentPayload(2, question.requirements);
      return encodePaymentSignatureHeader({ ...payment, accepted: question.requirements });
    }),
  "x402.recode": ({ kind, header }) =>
    ({
      required: () => encodePaymentRequiredHeader(decodePaymentRequiredHeader(header)),
      payment: () => encodePaymentSignatureHeader(decodePaymentSignatureHeader(header)),
      response: () => encodePaymentResponseHeader(decodePaymentResponseHeader(header)),
    })[kind](),
};
