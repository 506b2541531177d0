using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>The registry's admin decided to approve or revoke a measurement, and sends the transaction now.</summary>
/// <param name="Build">The scenario's name of the build.</param>
/// <param name="Measurement">Hash of its measurements.</param>
/// <param name="Approved">False: revoked.</param>
public sealed record MeasurementOrdered(string Build, Hash32 Measurement, bool Approved) : Observation;
