using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Verifiers;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>Cheats in some periods and not in others, and mostly does what paid better so far.</summary>
/// <remarks>
/// The payoff of an answer is what the operator sees on its accounts: the price once it was paid, the penalty where its bond
/// was cut, and the machine time that the answer took.
/// </remarks>
internal sealed class AdaptiveCheating(AdaptiveSettings settings, string group)
{
    private const int Honest = 0;
    private const int Cheat = 1;

    private readonly PayoffBandit bandit = new(("honest", "cheat"), settings.Rules, group);
    private readonly SortedDictionary<ulong, (int Way, OpgAmount Cost)> open = [];

    public bool MayCheat(IActorContext context) => bandit.Choose(context) == Cheat;

    public void OnStarted(ulong ticket, bool mayCheat, OpgAmount cost) =>
        open[ticket] = (mayCheat ? Cheat : Honest, cost);

    public void OnResolved(AnswerResolved resolved)
    {
        if (open.Remove(resolved.Ticket, out (int Way, OpgAmount Cost) answer))
        {
            Int128 gained = resolved.Outcome switch
            {
                AnswerOutcome.Verified => (Int128)settings.Price.BaseUnits,
                AnswerOutcome.Convicted => -(Int128)settings.Penalty.BaseUnits,
                _ => 0,
            };
            bandit.Learn(answer.Way, gained - (Int128)answer.Cost.BaseUnits);
        }
    }

    /// <summary>Answers under way died with the host; what was learned is kept by the operator.</summary>
    public void OnRestarted() => open.Clear();
}

/// <summary>How an operator learns whether cheating pays.</summary>
/// <param name="Rules">How it tries.</param>
/// <param name="Price">What it is paid for an answer that stands.</param>
/// <param name="Penalty">What its bond is cut by for one that does not.</param>
public sealed record AdaptiveSettings(BanditRules Rules, OpgAmount Price, OpgAmount Penalty);
