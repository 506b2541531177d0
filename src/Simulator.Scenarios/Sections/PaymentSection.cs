using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>payment:</c></summary>
internal static class PaymentSection
{
    private static readonly Key<PaymentScheme> Scheme = new("scheme", new ChoiceShape<PaymentScheme>(
        ("upto", PaymentScheme.Upto, "the user signs a maximum, the actual amount is settled"),
        ("exact", PaymentScheme.Exact, "the user signs the amount that is settled")))
    {
        Documentation = "The x402 payment scheme.",
        Default = "upto",
        Source = "the gateway advertises upto",
        Example = "upto",
    };

    private static readonly Key<OpgAmount> Max = new("max", Shapes.PositiveAmount)
    {
        Documentation = "What one authorisation allows at most.",
        Default = "0.1 OPG",
        Source = "the client library approves at least 0.1 OPG",
        Example = "0.1 OPG",
    };

    private static readonly Key<PaymentSettlement> Settlement = new("settlement", new ChoiceShape<PaymentSettlement>(
        ("session", PaymentSettlement.Session, "one authorisation covers many requests"),
        ("per_request", PaymentSettlement.PerRequest, "every request is settled alone")))
    {
        Documentation = "How often money moves on chain.",
        Default = "session",
        Source = "the gateway's session middleware",
        Example = "per_request",
    };

    private static readonly Key<SimDuration> Timeout = new("timeout", Shapes.Duration.Within(
        Bounds<SimDuration>.From(SimDuration.FromSeconds(1), SimDuration.FromDays(365)), "300 s"))
    {
        Documentation = "Life of an authorisation (x402 maxTimeoutSeconds), in whole seconds.",
        Default = "300 s",
        Source = "x402 server default maxTimeoutSeconds 300",
        Example = "300 s",
    };

    private static readonly Key<SimDuration> Idle = new("idle", Shapes.PositiveDuration)
    {
        Documentation = "A session without a request for this long is settled.",
        Default = "100 s",
        Source = "idle_timeout 100 of the gateway's session middleware",
        Example = "100 s",
    };

    public static readonly Section<PaymentSettings> Shape = new(
        "payment",
        [Scheme, Max, Settlement, Timeout, Idle],
        values => new PaymentSettings
        {
            Scheme = values.Get(Scheme),
            Max = values.Get(Max),
            Settlement = values.Get(Settlement),
            Timeout = values.Get(Timeout),
            Idle = values.Get(Idle),
        })
    {
        Rules = RequireWholeSeconds,
    };

    private static void RequireWholeSeconds(SectionValues values)
    {
        SimDuration timeout = values.Get(Timeout);
        if (timeout.Nanoseconds % SimDuration.NanosecondsPerSecond != 0)
        {
            values.Refuse(
                Timeout,
                $"'{timeout}' is not a whole number of seconds",
                "whole seconds, as x402 carries them",
                $"write {timeout.WholeSeconds} s or {timeout.WholeSeconds + 1} s");
        }
    }
}
