using System.Text;
using Simulator.Benchmarks.Samples;
using Simulator.Protocol;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Transactions, call data, signatures, and numbers, addresses and hashes as text.</summary>
internal static class EthereumParsers
{
    private static readonly string Signature = Secp256k1.Sign(Keccak256.HashText("s"), SamplePayments.PayerKey).ToString();

    public static IEnumerable<FuzzedParser> All { get; } =
    [
        new("EIP-1559 transaction", Transaction, [.. SampleCalls.Transactions.Select(signed => signed.Encode())]),
        new("contract call data", Call, [.. SampleCalls.All.Select(call => call.Encode())]),
        new(
            "signature bytes",
            input => Fate(EthereumSignature.TryParse(input.AsSpan(), out EthereumSignature read), read),
            [Hex.Decode(Signature)]),
        new(
            "signature text",
            input => Fate(EthereumSignature.TryParse(Text(input), out EthereumSignature read), read),
            [Bytes(Signature)]),
        new(
            "counterfactual signature text",
            input => Fate(CounterfactualSignature.Unwrap(Text(input)).Length > 0, CounterfactualSignature.HasFactory(Text(input))),
            [Bytes(Signature), Bytes(Signature + CounterfactualSignature.Magic.ToBareString()), Bytes(Wrapped())]),
        new(
            "hexadecimal text",
            input => Fate(Hex.TryDecode(Text(input), out byte[] read), read.Length),
            [Bytes(Signature), "0x"u8.ToArray(), "00ff"u8.ToArray()]),
        new(
            "address text",
            input => Fate(Address.TryParse(Text(input), out Address read), read),
            [Bytes(SamplePayments.Payer.ToString())]),
        new("hash text", input => Fate(Hash32.TryParse(Text(input), out Hash32 read), read), [Bytes(Keccak256.HashText("h").ToString())]),
        new(
            "uint256 text",
            input => Fate(UInt256.TryParse(Text(input), out UInt256 read), read),
            [Bytes(UInt256.MaxValue.ToString()), "0"u8.ToArray(), "100000000000000000"u8.ToArray()]),
        new("network name", input => Fate(X402Protocol.TryChainId(Text(input), out ulong read), read), ["eip155:8453"u8.ToArray()]),
    ];

    private static string? Transaction(byte[] input)
    {
        if (!SignedTransaction.TryDecode(input, out SignedTransaction? signed, out TransactionEncodingRefusal refusal))
        {
            return refusal.ToString();
        }

        // Decoding is canonical: what was accepted is what is written.
        Simulator.Primitives.Invariant.That(signed.Encode().AsSpan().SequenceEqual(input));
        return signed.TryRecoverSender(out _) ? null : "no sender";
    }

    private static string? Call(byte[] input) =>
        ContractCalls.TryDecode(Deployments.OpgToken, input, out ContractCall? call, out CallRefusal refusal)
            ? Fate(true, call.Encode().Length)
            : refusal.ToString();

    private static string Wrapped() => Hex.Encode(
    [
        .. new AbiWriter().Address(SamplePayments.Payer).Bytes([1, 2, 3]).Bytes(Hex.Decode(Signature)).ToArray(),
        .. CounterfactualSignature.Magic.ToArray(),
    ]);

    private static string? Fate<T>(bool isAccepted, T read) => isAccepted && read?.ToString() is not null ? null : FuzzedParser.Malformed;

    private static string Text(byte[] input) => Encoding.UTF8.GetString(input);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
