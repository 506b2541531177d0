using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Benchmarks.Samples;

/// <summary>Contract calls with every shape of argument, and transactions that carry them.</summary>
internal static class SampleCalls
{
    private static readonly Address Token = Deployments.OpgToken;

    private static readonly EthereumSignature Signature =
        Secp256k1.Sign(Keccak256.HashText("call"), SamplePayments.PayerKey);

    private static readonly SponsoredPermit Permit = new(UInt256.MaxValue, 7UL, Signature);

    public static ContractCall[] All { get; } =
    [
        new ApproveCall(Token, SamplePayments.Payer, UInt256.MaxValue),
        new TransferFromCall(Token, SamplePayments.Payer, SamplePayments.Facilitator, 3UL),
        new PermitCall(Token, SamplePayments.Payer, Deployments.Permit2, 5UL, 6UL, Signature),
        new TransferWithAuthorizationCall(Token, SamplePayments.UsdcAuthorization, Signature.ToArray()),
        new TransferWithAuthorizationCall(Token, SamplePayments.UsdcAuthorization, new byte[97]),
        new ReceiveWithAuthorizationCall(Token, SamplePayments.UsdcAuthorization, Signature.ToArray()),
        new InvalidateUnorderedNoncesCall(Deployments.Permit2, 9UL, UInt256.MaxValue),
        new PermitWitnessTransferFromCall(
            Deployments.Permit2,
            Token,
            1UL,
            2UL,
            3UL,
            SamplePayments.Payer,
            4UL,
            SamplePayments.Facilitator,
            Keccak256.HashText("w"),
            Permit2TypedData.WitnessTypeString(Permit2TypedData.UptoWitnessType),
            Signature.ToArray()),
        new ExactSettleCall(Deployments.ExactProxy, SamplePayments.ExactAuthorization, [1, 2, 3], Permit),
        new UptoSettleCall(Deployments.UptoProxy, SamplePayments.UptoAuthorization, 11UL, Signature.ToArray()),
        new UptoSettleCall(Deployments.UptoProxy, SamplePayments.UptoAuthorization, 11UL, [], Permit),
        new ChannelClaimCall(
            Deployments.BatchSettlement, [new VoucherClaim(SampleChannels.Config, 1, [1, 2], 1)], [3]),
    ];

    public static Eip1559Transaction Approval { get; } = new(
        Deployments.BaseChainId,
        7,
        100_000_000UL,
        1_000_000_000UL,
        70_000,
        Token,
        UInt256.Zero,
        All[0].Encode(),
        []);

    public static SignedTransaction[] Transactions { get; } =
    [
        Approval.Sign(SamplePayments.PayerKey),
        (Approval with { To = null, Data = [], Nonce = 0, ChainId = 127 }).Sign(SamplePayments.PayerKey),
        (Approval with { AccessList = [new(Token, [Hash32.Zero, Keccak256.HashText("s")])] })
            .Sign(SamplePayments.PayerKey),
    ];
}
