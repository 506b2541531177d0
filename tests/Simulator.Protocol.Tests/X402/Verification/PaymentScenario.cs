using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402.Verification;

/// <summary>A payment, its requirements and its world, all valid until a test changes something.</summary>
internal sealed class PaymentScenario
{
    public Permit2Authorization Permit2 { get; set; } = Payments.UptoAuthorization;

    public TransferAuthorization? Eip3009 { get; set; }

    public PaymentRequirements Accepted { get; set; } = Payments.UptoRequirements;

    public PaymentRequirements Requirements { get; set; } = Payments.UptoRequirements;

    public PrivateKey Signer { get; set; } = Payments.PayerKey;

    public string? SignatureText { get; set; }

    public SchemePayload? Payload { get; set; }

    public JsonText? Extensions { get; set; }

    public VerificationContext Context { get; set; } = new(Payments.Now, [Payments.Facilitator]);

    public ChainAnswers Chain { get; set; } = new(
        false,
        Payments.UptoAuthorization.Amount,
        UInt256.MaxValue,
        true,
        SimulationResult.Passed,
        false,
        "USD Coin",
        "2");

    public static PaymentScenario Upto() => new();

    public static PaymentScenario Exact() => new()
    {
        Permit2 = Payments.ExactAuthorization,
        Accepted = Payments.ExactRequirements,
        Requirements = Payments.ExactRequirements,
    };

    public static PaymentScenario Usdc() => new()
    {
        Eip3009 = Payments.UsdcAuthorization,
        Accepted = Payments.UsdcRequirements,
        Requirements = Payments.UsdcRequirements,
    };

    public PaymentPayload Payment() => new(Payload ?? SignedPayload(), Accepted, Extensions: Extensions);

    public Protocol.X402.Verification Verify() => PaymentVerification.Verify(Payment(), Requirements, Context, Chain);

    private SchemePayload SignedPayload()
    {
        if (Eip3009 is { } order)
        {
            Hash32 orderDigest = order.TransferDigest(Deployments.UsdcBaseDomain);
            return new Eip3009Payload(SignatureText ?? Secp256k1.Sign(orderDigest, Signer).ToString(), order);
        }

        Hash32 digest = Permit2TypedData.Digest(Deployments.BaseChainId, Permit2);
        return new Permit2Payload(SignatureText ?? Secp256k1.Sign(digest, Signer).ToString(), Permit2);
    }
}
