using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>What frauds are committed in, as perpetrators and those who notice both name it.</summary>
public static class FraudSubjects
{
    /// <summary>The answer to one request by one node: <c>traders/1#5@cheap/2</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="node">Name of the node: that of its gateway.</param>
    public static string OfAnswer(RequestId request, string node) => $"{request}@{node}";

    /// <summary>What one verifier says about one committed answer: <c>0x12…@auditors/1</c>.</summary>
    /// <param name="answer">Name of the answer on chain.</param>
    /// <param name="verifier">Name of the verifier.</param>
    public static string OfCheck(Hash32 answer, string verifier) => $"{answer}@{verifier}";
}
