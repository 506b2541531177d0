namespace Simulator.Protocol.Responses;

/// <summary>Which generation of gateway and client a request is made canonical for.</summary>
/// <remarks>
/// For messages whose content is a plain string both give the same bytes, apart from role <c>developer</c>.
/// </remarks>
public enum CanonicalRule
{
    Unset = 0,

    /// <summary>
    /// The older gateway: user part lists become the text of a Python list; no <c>developer</c>, no <c>web_search</c>.
    /// </summary>
    Earlier,

    /// <summary>
    /// The newer gateway and SDK, the normative profile: part lists stay lists, attachments shrink to type and name.
    /// </summary>
    Current,
}
