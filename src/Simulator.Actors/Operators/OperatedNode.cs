using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Operators;

/// <summary>A node in its operator's hands.</summary>
/// <param name="Name">Actor name of the gateway.</param>
/// <param name="Enclave">Where its papers are fetched.</param>
/// <param name="Endpoint">Base URL that the registry will name.</param>
/// <param name="PayTo">Address the node wants to be paid at.</param>
/// <param name="Measurement">Hash of the build it runs.</param>
/// <param name="Conduct">How it is presented.</param>
public sealed record OperatedNode(
    string Name, ActorRef Enclave, string Endpoint, Address PayTo, Hash32 Measurement, RegistrationConduct Conduct);
