using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.Users.Purses;

/// <summary>What a purse shares with its user.</summary>
/// <param name="Settings">The user's.</param>
/// <param name="Find">The open request of a number; null once it has ended.</param>
/// <param name="Send">Sends a request with a payment header and a session header, each or null.</param>
/// <param name="Finish">Ends a request, with the reason of a refusal.</param>
internal sealed record PurseSite(
    UserSettings Settings,
    Func<int, OpenRequest?> Find,
    Action<OpenRequest, string?, string?, IActorContext> Send,
    Action<int, RequestFate, string?, IActorContext> Finish);
