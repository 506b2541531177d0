using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users.Frauds;

/// <summary>How a user cheats.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Name">Name in the catalogue of frauds.</param>
/// <param name="Share">Share of the occasions, in [0, 1].</param>
/// <param name="SecondKey">A second wallet of the same user.</param>
public sealed record UserFraud(UserFraudKind Kind, string Name, Ratio Share, PrivateKey SecondKey);
