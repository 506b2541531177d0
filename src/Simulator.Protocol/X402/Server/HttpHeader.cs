namespace Simulator.Protocol.X402;

/// <summary>One HTTP header. Names are compared without case.</summary>
public sealed record HttpHeader(string Name, string Value);
