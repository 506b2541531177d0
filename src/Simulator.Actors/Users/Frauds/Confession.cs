using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.Users.Frauds;

/// <summary>Draws the occasions of a user's fraud, and says the truth about them, which no party of the network reads.</summary>
internal sealed class Confession(UserSettings settings)
{
    private readonly UserFraud fraud = settings.Fraud!;

    /// <summary>Whether the user cheats in its request of this number.</summary>
    public bool IsOccasion(int attempt, IActorContext context) =>
        context.Random.Draw(Draws.UserFraud, (ulong)attempt).Chance(fraud.Share);

    public void Say(string subject, IActorContext context) =>
        context.Observe(new FraudAttempted(fraud.Name, context.Name, settings.Group, subject));
}
