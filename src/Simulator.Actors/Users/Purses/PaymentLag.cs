using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Purses;

/// <summary>How long after an invoice its user pays it.</summary>
public abstract record PaymentLag
{
    private PaymentLag()
    {
    }

    /// <param name="random">The user's own randomness.</param>
    /// <param name="invoice">Names the invoice; the subject of its own draw.</param>
    public abstract SimDuration Of(KeyedRandom random, ulong invoice);

    /// <summary>The same for every invoice.</summary>
    public sealed record Always(SimDuration Span) : PaymentLag
    {
        public override SimDuration Of(KeyedRandom random, ulong invoice) => Span;
    }

    /// <summary>Exponential, with this mean.</summary>
    public sealed record Exponential(SimDuration Mean) : PaymentLag
    {
        public override SimDuration Of(KeyedRandom random, ulong invoice) =>
            random.Draw(Draws.PaymentLag, invoice).Exponential(Mean);
    }
}
