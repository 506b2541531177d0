using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Channels;

/// <summary>A channel payment and its world, all valid until a test changes something.</summary>
internal sealed class ChannelScenario : IChannelView
{
    public static readonly PrivateKey AuthorizerKey = PrivateKey.FromSeed("payer authorizer");
    public static readonly Address Stranger = Secp256k1.AddressOf(PrivateKey.FromSeed("stranger"));

    public ChannelConfig Config { get; set; } = new(
        Payments.Payer,
        Secp256k1.AddressOf(AuthorizerKey),
        Deployments.GatewayPayee,
        Payments.Facilitator,
        Deployments.UsdcBase,
        900,
        Hash32.Zero);

    public string Kind { get; set; } = "voucher";

    public PaymentRequirements Requirements { get; set; } = new(
        "batch-settlement",
        "eip155:8453",
        Deployments.UsdcBase.ToString(),
        "1000",
        Deployments.GatewayPayee.ToString(),
        60,
        JsonText.Parse(
            $$"""{"receiverAuthorizer":"{{Payments.Facilitator}}","withdrawDelay":900,"name":"USD Coin","version":"2"}"""));

    public PaymentRequirements? Accepted { get; set; }

    public SchemePayload? Replacement { get; set; }

    public Hash32? VoucherChannel { get; set; }

    public UInt128 Promised { get; set; } = 1700;

    public PrivateKey VoucherKey { get; set; } = AuthorizerKey;

    public UInt128 DepositAmount { get; set; } = 5000;

    public PrivateKey DepositKey { get; set; } = Payments.PayerKey;

    public Func<DepositEip3009Authorization, DepositEip3009Authorization> ChangeEip3009 { get; set; } = order => order;

    public Func<DepositPermit2Authorization, DepositPermit2Authorization> ChangePermit2 { get; set; } = permit => permit;

    public bool UsesPermit2 { get; set; }

    public ChannelState? OnChain { get; set; } = new(10_000, 700, 0, UInt256.Zero);

    public UInt256? PayerBalance { get; set; } = 1_000_000UL;

    public UInt256? PayerAllowance { get; set; } = 1_000_000UL;

    public SimulationResult Simulation { get; set; } = SimulationResult.Passed;

    public Hash32 ChannelId => Config.ChannelId(Deployments.BaseChainId);

    public PaymentPayload Payment() => new(Replacement ?? Payload(), Accepted ?? Requirements);

    public Protocol.X402.Verification Verify() => ChannelVerification.Verify(
        Payment(), Requirements, new VerificationContext(Payments.Now, [Payments.Facilitator]), this);

    public ChannelPayload Payload()
    {
        Voucher voucher = Voucher.Sign(
            Deployments.BaseChainId, VoucherChannel ?? ChannelId, Promised, VoucherKey);
        return Kind switch
        {
            "voucher" => new VoucherPayload(Config, voucher),
            "refund" => new RefundPayload(Config, voucher, 5),
            _ => new DepositPayload(Config, voucher, DepositAmount, Authorization(voucher.ChannelId)),
        };
    }

    public ChannelState? State(Hash32 channelId) => OnChain;

    public UInt256? BalanceOf(Address token, Address owner) => PayerBalance;

    public UInt256? Allowance(Address token, Address owner, Address spender) => PayerAllowance;

    public bool IsValidContractSignature(Address account, Hash32 digest, byte[] signature) => false;

    public SimulationResult Simulate(ContractCall call) => Simulation;

    private DepositAuthorization Authorization(Hash32 channelId)
    {
        if (UsesPermit2)
        {
            DepositPermit2Authorization permit = ChangePermit2(new(
                Payments.Payer,
                Deployments.UsdcBase,
                DepositAmount,
                Deployments.Permit2DepositCollector,
                77UL,
                Payments.Now + 300,
                channelId,
                string.Empty));
            Hash32 permitDigest = ChannelTypedData.DepositPermitDigest(Deployments.BaseChainId, permit);
            return permit with { Signature = Secp256k1.Sign(permitDigest, DepositKey).ToString() };
        }

        DepositEip3009Authorization order = ChangeEip3009(new(
            Payments.Now - 600, Payments.Now + 300, Hash32.Zero, string.Empty));
        Hash32 digest = order.ToTransfer(Payments.Payer, DepositAmount, channelId)
            .ReceiveDigest(Deployments.UsdcBaseDomain);
        return order with { Signature = Secp256k1.Sign(digest, DepositKey).ToString() };
    }
}
