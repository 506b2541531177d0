using System.Text;

using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.Tests.X402.Sponsoring;
using Simulator.Protocol.Tests.X402.Verification;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Gas-sponsoring extensions inside a payment without which the payer's allowance is missing.</summary>
internal static class SponsoringMessages
{
    private const string Note = "Only the extension's own bytes are corrupted; without it the allowance is missing.";

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        Of("extension eip2612GasSponsoring", SponsoringTests.WithPermit(info => info)),
        Of("extension erc20ApprovalGasSponsoring", SponsoringTests.WithApproval(info => info)),
    ];

    private static MessageType Of(string name, PaymentScenario scenario)
    {
        PaymentPayload payment = scenario.Payment();
        VerificationContext context = scenario.Context with { SimulatesBundles = true };
        MessageType message = Judging.Json(
            name,
            payment,
            sample => sample.ToJson(),
            bytes => PaymentPayload.FromJson(bytes),
            read => PaymentVerification.Verify(
                read, Payments.UptoRequirements, context, new SponsoredChain(scenario.Chain)).Error?.Name);
        string extensions = payment.Extensions!.Text;
        int at = Encoding.UTF8.GetString(message.Sample).IndexOf(extensions, StringComparison.Ordinal);
        return message with { Positions = [.. Enumerable.Range(at, extensions.Length)], Note = Note };
    }
}
