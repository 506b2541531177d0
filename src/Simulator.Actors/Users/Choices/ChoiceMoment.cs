using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>One choice of a user.</summary>
/// <param name="Now">When it is made.</param>
/// <param name="Random">The user's own randomness.</param>
/// <param name="Number">Choices of this user before; the subject of the draws.</param>
public readonly record struct ChoiceMoment(SimTime Now, KeyedRandom Random, ulong Number);
