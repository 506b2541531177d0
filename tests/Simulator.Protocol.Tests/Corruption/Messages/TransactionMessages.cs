using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Tests.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>A signed transaction; what it says is what its sender says.</summary>
internal static class TransactionMessages
{
    private static readonly PrivateKey Key = PrivateKey.FromSeed("facilitator of the corruption suite");
    private static readonly Address Sender = Secp256k1.AddressOf(Key);

    private static readonly SignedTransaction Signed = new Eip1559Transaction(
        Deployments.BaseChainId,
        7,
        100_000_000UL,
        1_000_000_000UL,
        300_000,
        Deployments.UptoProxy,
        UInt256.Zero,
        new UptoSettleCall(Deployments.UptoProxy, Payments.UptoAuthorization, 11UL, [1, 2, 3]).Encode(),
        [new AccessListEntry(Deployments.OpgToken, [Keccak256.HashText("slot")])]).Sign(Key);

    private static readonly Meaning Sample = Meaning.Of(Signed.Transaction);

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        new MessageType("EIP-1559 transaction", Signed.Encode(), Judge)
        {
            Note = "A call of settle; judged by the sender that the signature recovers to.",
        },
    ];

    private static Fate Judge(byte[] bytes)
    {
        if (!SignedTransaction.TryDecode(bytes, out SignedTransaction? read, out TransactionEncodingRefusal refusal))
        {
            return Fate.Refused(refusal);
        }

        return !read.TryRecoverSender(out Address sender) ? Fate.Refused("SignatureRecoversNobody")
            : sender != Sender ? Fate.Refused("SenderMismatch")
            : Fate.Accepted(Sample.FirstDifference(Meaning.Of(read.Transaction)));
    }
}
