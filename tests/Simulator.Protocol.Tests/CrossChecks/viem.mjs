import { encodeFunctionData, hashTypedData, parseAbi, parseTransaction, recoverTransactionAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";

export const viemAnswers = {
  "viem.typedData": ({ domain, types, primaryType, message }) => hashTypedData({ domain, types, primaryType, message }),
  "viem.sign": async ({ key, digest }) => privateKeyToAccount(key).sign({ hash: digest }),
  "viem.call": ({ abi, functionName, args }) => encodeFunctionData({ abi: parseAbi(abi), functionName, args }),
  "viem.transaction": async ({ bytes }) => {
    const { to, gas, chainId, nonce, data } = parseTransaction(bytes);
    const from = await recoverTransactionAddress({ serializedTransaction: bytes });
    return { from, to, gas: gas.toString(), chainId, nonce: nonce ?? 0, data: data ?? "0x" };
  },
};
