using System.Globalization;
using Simulator.Actors.Wire;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;
using Simulator.Scenarios.Worlds;

namespace Simulator.Scenarios.Claims;

/// <summary>Values that no key changes in this version.</summary>
/// <remarks>Read from where they are used; those that actors keep to themselves are compared by a test.</remarks>
internal static class FixedValues
{
    private static readonly SessionRules Sessions = new();

    public static readonly IReadOnlyList<ClaimedValue> All =
    [
        new(
            Claim.Assumption(
                "A-001",
                "start line, Host, Content-Type, TLS record and TCP/IP framing; the same for every message, so that "
                    + "all latencies shift alike"),
            "Bytes of an HTTP message beside its body and its protocol headers",
            Text($"{HttpSize.RequestOverhead} B request, {HttpSize.ResponseOverhead} B response, ")
                + Text($"{HeaderBytes} B header"),
            null),
        new(
            Claim.Published("A-013", Published.X402, "x402 clients date validAfter back"),
            "An authorisation is valid from so long before its signing",
            Text($"{X402Protocol.BackdateSeconds} s"),
            null),
        new(
            Claim.Published("A-031", Published.Gateway, "settlement_safety_margin of the newest session middleware"),
            "Before a signed deadline, a session takes no more requests and is settled",
            Text($"{Sessions.SafetyMarginSeconds} s"),
            null),
        new(
            Claim.Published(
                "A-032", Published.Gateway, "a quarter of the shorter of idle time and margin, within 5 s and 30 s"),
            "Between two looks of a gateway for sessions to settle",
            Text($"{Sessions.ReaperPeriodSeconds} s"),
            "payment.idle"),
        new(
            Claim.Published("A-033", Published.X402, "slack that a facilitator demands"),
            "A deadline nearer than this is refused by facilitators",
            Text($"{X402Protocol.DeadlineSlackSeconds} s"),
            null),
        new(
            Claim.Published("A-034", Published.Facilitator, "the service's settings for Base"),
            "Gas limit, fee cap and priority fee of a settlement",
            "5000000 gas, 100000000 wei, 20000000 wei",
            null),
        new(
            Claim.Published("A-035", Published.Facilitator, "the service's receipt timeout"),
            "A facilitator waits for a receipt",
            "120 s",
            null),
        new(
            Claim.Assumption("A-036", "twice in a block of Base"),
            "A facilitator asks for a receipt every",
            "1 s",
            null),
        new(
            Claim.Assumption("A-037", "five block times"),
            "A facilitator gives up a call to the chain's node after",
            "10 s",
            null),
        new(
            Claim.Published("A-038", Published.Gateway, "the gateway's settlement wrapper"),
            "A gateway asks for the state of a settlement every",
            "2 s",
            null),
        new(
            Claim.Published("A-039", Published.Gateway, "the wrapper's HTTP timeout of 10 s, in polls"),
            "A settlement call without an answer is lost after",
            "5 polls",
            null),
        new(
            Claim.Assumption("A-040", "no client waits longer"),
            "A gateway gives up a verification after",
            "60 s",
            null),
        new(
            Claim.Assumption("A-041", "1 ETH: 2000 settlements at the full gas limit and fee cap"),
            "What each facilitator holds for gas",
            Text($"{FacilitatorAssembly.Wei} wei"),
            null),
        new(
            Claim.Published("A-333", new DateOnly(2026, 11, 21), "the default of web3's wait_for_transaction_receipt"),
            "A contract caller asks for its receipt every",
            "100 ms",
            null),
        .. StorageValues.All,
        .. EvidenceValues.All,
    ];

    private static long HeaderBytes => HttpSize.Request(0, "") - HttpSize.RequestOverhead;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
