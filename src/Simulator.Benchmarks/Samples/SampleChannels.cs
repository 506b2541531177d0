using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Benchmarks.Samples;

/// <summary>Payments on a prefunded channel: a deposit of either kind, a voucher, a refund.</summary>
internal static class SampleChannels
{
    public static readonly ChannelConfig Config = new(
        SamplePayments.Payer,
        SamplePayments.Payer,
        Deployments.GatewayPayee,
        SamplePayments.Facilitator,
        Deployments.UsdcBase,
        900,
        Hash32.Zero);

    private static readonly PaymentRequirements Requirements = new(
        "batch-settlement",
        "eip155:8453",
        Deployments.UsdcBase.ToString(),
        "1000",
        Deployments.GatewayPayee.ToString(),
        60,
        JsonText.Parse($$"""{"receiverAuthorizer":"{{SamplePayments.Facilitator}}","withdrawDelay":900}"""));

    private static readonly Voucher Promise = Voucher.Sign(
        Deployments.BaseChainId, Config.ChannelId(Deployments.BaseChainId), 1700, SamplePayments.PayerKey);

    public static PaymentPayload[] All { get; } =
    [
        new(new VoucherPayload(Config, Promise), Requirements),
        new(new RefundPayload(Config, Promise, 5), Requirements),
        new(
            new DepositPayload(Config, Promise, 5000, new DepositEip3009Authorization(
                SamplePayments.Now - 600, SamplePayments.Now + 300, Hash32.Zero, Promise.Signature)),
            Requirements),
        new(
            new DepositPayload(Config, Promise, 5000, new DepositPermit2Authorization(
                SamplePayments.Payer,
                Deployments.UsdcBase,
                5000,
                Deployments.Permit2DepositCollector,
                77UL,
                SamplePayments.Now + 300,
                Promise.ChannelId,
                Promise.Signature)),
            Requirements),
    ];
}
