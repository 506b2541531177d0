namespace Simulator.Records;

/// <summary>What frauds are committed in, as perpetrators and those who notice both name it.</summary>
public static class FraudSubjects
{
    /// <summary>The answer to one request by one node: <c>traders/1#5@cheap/2</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="node">Name of the node: that of its gateway.</param>
    public static string OfAnswer(RequestId request, string node) => $"{request}@{node}";
}
