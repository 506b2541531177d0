using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Benchmarks.Samples;

/// <summary>One valid payment of each scheme, and the world in which a facilitator finds it valid.</summary>
internal static class SamplePayments
{
    public const ulong Now = 1_770_000_000;

    public static readonly PrivateKey PayerKey = PrivateKey.FromSeed("benchmark payer");
    public static readonly Address Payer = Secp256k1.AddressOf(PayerKey);
    public static readonly Address Facilitator = Secp256k1.AddressOf(PrivateKey.FromSeed("benchmark facilitator"));

    public static readonly PaymentRequirements UptoRequirements = new(
        "upto",
        "eip155:8453",
        Deployments.OpgToken.ToString(),
        "100000000000000000",
        Deployments.GatewayPayee.ToString(),
        300,
        RequirementsExtra.Permit2("OpenGradient", "1", Facilitator));

    public static readonly PaymentRequirements ExactRequirements = UptoRequirements with
    {
        Scheme = "exact",
        Extra = RequirementsExtra.Permit2("OpenGradient", "1", null),
    };

    public static readonly PaymentRequirements UsdcRequirements = UptoRequirements with
    {
        Scheme = "exact",
        Asset = Deployments.UsdcBase.ToString(),
        Amount = "10000",
        Extra = RequirementsExtra.Eip3009("USD Coin", "2"),
    };

    public static readonly Permit2Authorization UptoAuthorization = new(
        Payer,
        Deployments.OpgToken,
        UInt256.Parse("100000000000000000"),
        Deployments.UptoProxy,
        UInt256.Parse("12345678901234567890"),
        Now + 300,
        new Permit2Witness(Deployments.GatewayPayee, Facilitator, Now - 600));

    public static readonly Permit2Authorization ExactAuthorization = UptoAuthorization with
    {
        Spender = Deployments.ExactProxy,
        Witness = new Permit2Witness(Deployments.GatewayPayee, null, Now - 600),
    };

    public static readonly TransferAuthorization UsdcAuthorization = new(
        Payer, Deployments.GatewayPayee, 10000UL, Now - 600, Now + 300, Keccak256.HashText("nonce"));

    public static readonly PaymentPayload Upto = Signed(UptoAuthorization, UptoRequirements);

    public static readonly PaymentPayload Exact = Signed(ExactAuthorization, ExactRequirements);

    public static readonly PaymentPayload Usdc = new(
        new Eip3009Payload(
            Secp256k1.Sign(UsdcAuthorization.TransferDigest(Deployments.UsdcBaseDomain), PayerKey).ToString(),
            UsdcAuthorization),
        UsdcRequirements);

    public static readonly PaymentPayload Sponsored = Upto with
    {
        Extensions = Erc20ApprovalSponsoring.Approve(
            Deployments.BaseChainId, Deployments.OpgToken, PayerKey, 7, 1_000_000_000UL, 100_000_000UL).ToExtensions(),
    };

    public static readonly PaymentPayload SponsoredByPermit = Upto with
    {
        Extensions = Eip2612Sponsoring.From2612(
            Deployments.OpgToken,
            new TokenPermit(Payer, Deployments.Permit2, UInt256.MaxValue, UInt256.Zero, Now + 300),
            Secp256k1.Sign(Keccak256.HashText("permit"), PayerKey)).ToExtensions(),
    };

    public static readonly VerificationContext Context = new(Now, [Facilitator]);

    public static readonly ChainAnswers Chain = new(
        PayerHasCode: false,
        UptoAuthorization.Amount,
        UInt256.MaxValue,
        ProxyIsDeployed: true,
        SimulationResult.Passed,
        AuthorizationIsUsed: false,
        "USD Coin",
        "2");

    private static PaymentPayload Signed(Permit2Authorization authorization, PaymentRequirements accepted) => new(
        new Permit2Payload(
            Secp256k1.Sign(Permit2TypedData.Digest(Deployments.BaseChainId, authorization), PayerKey).ToString(),
            authorization),
        accepted);
}
