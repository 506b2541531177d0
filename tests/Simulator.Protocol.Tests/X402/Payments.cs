using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402;

/// <summary>Valid payments that tests then spoil, one member at a time.</summary>
internal static class Payments
{
    public const ulong Now = 1_770_000_000;

    public static readonly PrivateKey PayerKey = PrivateKey.FromSeed("payer");
    public static readonly Address Payer = Secp256k1.AddressOf(PayerKey);
    public static readonly Address Facilitator = Address.Parse("0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF");

    public static PaymentRequirements UptoRequirements { get; } = new(
        "upto",
        "eip155:8453",
        Deployments.OpgToken.ToString(),
        "100000000000000000",
        Deployments.GatewayPayee.ToString(),
        300,
        RequirementsExtra.Permit2("OpenGradient", "1", Facilitator));

    public static PaymentRequirements ExactRequirements { get; } = UptoRequirements with
    {
        Scheme = "exact",
        Extra = RequirementsExtra.Permit2("OpenGradient", "1", null),
    };

    public static PaymentRequirements UsdcRequirements { get; } = UptoRequirements with
    {
        Scheme = "exact",
        Asset = Deployments.UsdcBase.ToString(),
        Amount = "10000",
        Extra = RequirementsExtra.Eip3009("USD Coin", "2"),
    };

    public static Permit2Authorization UptoAuthorization { get; } = new(
        Payer,
        Deployments.OpgToken,
        UInt256.Parse("100000000000000000"),
        Deployments.UptoProxy,
        UInt256.Parse("12345678901234567890"),
        Now + 300,
        new Permit2Witness(Deployments.GatewayPayee, Facilitator, Now - 600));

    public static Permit2Authorization ExactAuthorization { get; } = UptoAuthorization with
    {
        Spender = Deployments.ExactProxy,
        Witness = new Permit2Witness(Deployments.GatewayPayee, null, Now - 600),
    };

    public static TransferAuthorization UsdcAuthorization { get; } = new(
        Payer, Deployments.GatewayPayee, 10000UL, Now - 600, Now + 300, Keccak256.HashText("nonce"));

    public static PaymentPayload Upto() => Signed(UptoAuthorization, UptoRequirements);

    public static PaymentPayload Exact() => Signed(ExactAuthorization, ExactRequirements);

    public static PaymentPayload Usdc() => Signed(UsdcAuthorization, UsdcRequirements);

    public static PaymentPayload Signed(Permit2Authorization authorization, PaymentRequirements accepted) =>
        new(
            new Permit2Payload(
                Secp256k1.Sign(Permit2TypedData.Digest(Deployments.BaseChainId, authorization), PayerKey).ToString(),
                authorization),
            accepted);

    public static PaymentPayload Signed(TransferAuthorization authorization, PaymentRequirements accepted) =>
        new(
            new Eip3009Payload(
                Secp256k1.Sign(authorization.TransferDigest(Deployments.UsdcBaseDomain), PayerKey).ToString(),
                authorization),
            accepted);
}
