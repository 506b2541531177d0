namespace Simulator.Protocol.Tests.Corruption;

internal enum FateKind
{
    Unset = 0,
    Refused,
    SameMeaning,
    NotAuthenticated,
}
