using System.Text;

using Simulator.Protocol.Tests.X402.Verification;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402;

/// <summary>Every single-bit corruption of a payment is refused by name, means the same, or hits what nobody signs.</summary>
public sealed class CorruptionTests
{
    private static readonly PaymentRequired Offer = new(
        new ResourceInfo("https://node/v1"),
        [Payments.UptoRequirements, Payments.ExactRequirements, Payments.UsdcRequirements]);

    /// <summary>
    /// Not authenticated by the protocol: the envelope's version, the echoed resource and extensions, and of the echoed
    /// requirements whatever the server does not compare, since it verifies against its own entry.
    /// </summary>
    private static readonly Func<PaymentPayload, PaymentPayload>[] Unauthenticated =
    [
        payment => payment with { X402Version = 2 },
        payment => payment with { Resource = null },
        payment => payment with { Extensions = null },
        payment => payment with { Accepted = payment.Accepted with { MaxTimeoutSeconds = 300 } },
        payment => payment with { Accepted = payment.Accepted with { Extra = null } },
    ];

    [Fact]
    public void Corruptions_of_an_upto_payment_are_counted() => AssertCounts(PaymentScenario.Upto(), 6955, 124, 929);

    [Fact]
    public void Corruptions_of_an_exact_permit2_payment_are_counted() =>
        AssertCounts(PaymentScenario.Exact(), 6361, 107, 548);

    [Fact]
    public void Corruptions_of_an_exact_eip3009_payment_are_counted() =>
        AssertCounts(PaymentScenario.Usdc(), 5329, 110, 337);

    private static void AssertCounts(PaymentScenario scenario, int refused, int same, int unauthenticated)
    {
        PaymentPayload original = scenario.Payment() with { Resource = new ResourceInfo("https://node/v1") };
        byte[] json = Encoding.UTF8.GetBytes(original.ToJson());
        (int Refused, int Same, int Unauthenticated) counts = default;
        for (int bit = 0; bit < json.Length * 8; bit++)
        {
            byte[] changed = [.. json];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            PaymentPayload? read = Accepted(scenario, changed);
            if (read is null)
            {
                counts.Refused++;
            }
            else if (Meaning(read) == Meaning(original))
            {
                counts.Same++;
            }
            else
            {
                Assert.Equal(Normalised(original), Normalised(read));
                counts.Unauthenticated++;
            }
        }

        Assert.Equal((refused, same, unauthenticated), counts);
        Assert.Equal(json.Length * 8, refused + same + unauthenticated);
    }

    // Null when some step refused it; every refusal has a name.
    private static PaymentPayload? Accepted(PaymentScenario scenario, byte[] json)
    {
        PaymentJudgement judgement = ResourceServer.Judge(Convert.ToBase64String(json), Offer);
        if (judgement is not PaymentJudgement.Verify verify)
        {
            HttpReply reply = Assert.IsType<PaymentJudgement.Refuse>(judgement).Reply;
            Assert.True(PaymentRequired.FromHeader(reply.Headers[0].Value).TryGet(out PaymentRequired? offer));
            Assert.NotNull(offer.Error);
            return null;
        }

        Protocol.X402.Verification outcome = PaymentVerification.Verify(
            verify.Payment, verify.Requirements, scenario.Context, scenario.Chain);
        Assert.True(outcome.IsValid || PaymentError.TryFind(outcome.Error!.Name, out _));
        return outcome.IsValid ? verify.Payment : null;
    }

    private static PaymentPayload Normalised(PaymentPayload payment) =>
        Unauthenticated.Aggregate(Meaning(payment), (current, forget) => forget(current));

    // Hexadecimal digits mean the same in either case.
    private static PaymentPayload Meaning(PaymentPayload payment) => payment with
    {
        Payload = payment.Payload switch
        {
            Permit2Payload payload => payload with { Signature = payload.Signature.ToUpperInvariant() },
            Eip3009Payload payload => payload with { Signature = payload.Signature.ToUpperInvariant() },
            _ => payment.Payload,
        },
    };
}
