//! On sockets of this machine: what a receiver may do, and what the courier makes of it.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_rustls::TlsAcceptor;

use super::*;

/// A receiver for one connection: reads one request, says `answer`, and keeps the connection open if it is told to.
struct Receiver {
    port: u16,
    heard: mpsc::UnboundedReceiver<String>,
    _listening: JoinSet<()>,
}

impl Receiver {
    async fn saying(answer: impl Into<Vec<u8>>, lingers: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (tell, heard) = mpsc::unbounded_channel();
        let answer = answer.into();
        let mut listening = JoinSet::new();
        listening.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                received(stream, &answer, lingers, &tell).await;
            }
        });
        Self { port, heard, _listening: listening }
    }

    fn url(&self) -> Url {
        Url::parse(&format!("http://127.0.0.1:{}/hook?key=k", self.port)).expect("an address")
    }

    fn courier(&self) -> Courier {
        Courier::new(format!("127.0.0.1:{}", self.port).parse().expect("a host"))
    }
}

async fn received(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    answer: &[u8],
    lingers: bool,
    tell: &mpsc::UnboundedSender<String>,
) {
    let mut request = Vec::new();
    while !request.ends_with(b"{}") {
        let mut some = [0; 1024];
        match stream.read(&mut some).await {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend_from_slice(&some[..read]),
        }
    }
    let _gone = tell.send(String::from_utf8(request).expect("UTF-8"));
    let _gone = stream.write_all(answer).await;
    if lingers {
        let _closed = stream.read(&mut [0; 1]).await;
    }
}

fn parcel() -> Parcel {
    Parcel { headers: vec![("whistle-delivery", "d1".to_owned())], body: Bytes::from_static(b"{}") }
}

#[tokio::test]
async fn a_delivery_is_posted_as_it_is_and_the_status_comes_back() {
    let mut receiver = Receiver::saying("HTTP/1.1 204 No Content\r\n\r\n", false).await;
    assert_eq!(receiver.courier().carry(&receiver.url(), parcel()).await, Ok(204));
    let heard = receiver.heard.recv().await.expect("it heard").to_lowercase();
    assert!(heard.starts_with("post /hook?key=k http/1.1\r\n"), "{heard}");
    for line in [
        format!("host: 127.0.0.1:{}", receiver.port),
        "content-type: application/json".to_owned(),
        "content-length: 2".to_owned(),
        "whistle-delivery: d1".to_owned(),
        "connection: close".to_owned(),
    ] {
        assert!(heard.contains(&format!("\r\n{line}\r\n")), "{line} is not in {heard}");
    }
}

#[tokio::test]
async fn a_redirect_is_an_answer_like_any_other_and_is_not_followed() {
    let mut elsewhere = Receiver::saying("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", false).await;
    let answer = format!(
        "HTTP/1.1 307 Temporary Redirect\r\nlocation: {}\r\ncontent-length: 0\r\n\r\n",
        elsewhere.url()
    );
    let receiver = Receiver::saying(answer, false).await;
    let hosts = format!("127.0.0.1:{}, 127.0.0.1:{}", receiver.port, elsewhere.port);
    let courier = Courier::new(hosts.parse().expect("hosts"));
    assert_eq!(courier.carry(&receiver.url(), parcel()).await, Ok(307));
    assert!(elsewhere.heard.try_recv().is_err());
}

#[tokio::test]
async fn who_is_not_listed_is_not_called_and_no_name_leads_to_this_machine() {
    let mut receiver = Receiver::saying("HTTP/1.1 200 OK\r\n\r\n", false).await;
    let port = receiver.port;
    let url = |host: &str| Url::parse(&format!("http://{host}:{port}/")).expect("an address");
    for (hosts, host, refused) in [
        ("", "127.0.0.1", NoAnswer::HostNotAllowed),
        ("*", "127.0.0.1", NoAnswer::HostNotAllowed),
        ("127.0.0.1", "127.0.0.1", NoAnswer::HostNotAllowed),
        ("other.example", "127.0.0.1", NoAnswer::HostNotAllowed),
        ("localhost:PORT", "localhost", NoAnswer::AddressRefused),
    ] {
        let courier = Courier::new(hosts.replace("PORT", &port.to_string()).parse().expect(hosts));
        assert_eq!(courier.carry(&url(host), parcel()).await, Err(refused), "{hosts} {host}");
    }
    let anybody = Courier::new("*".parse().expect("anybody"));
    for inside in ["https://127.0.0.1/", "https://169.254.169.254/", "https://localhost/", "https://[::1]/"] {
        let url = Url::parse(inside).expect("an address");
        assert_eq!(anybody.carry(&url, parcel()).await, Err(NoAnswer::AddressRefused), "{inside}");
    }
    assert!(receiver.heard.try_recv().is_err(), "nobody was called");
    let courier =
        Courier::new(format!("localhost:{port}, 127.0.0.1:{port}, [::1]:{port}").parse().expect("hosts"));
    assert_eq!(courier.carry(&url("localhost"), parcel()).await, Ok(200));
}

#[tokio::test]
async fn a_name_that_nobody_has_and_a_port_where_nobody_listens_are_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let courier = Courier::new(format!("127.0.0.1:{port}, nobody.invalid").parse().expect("hosts"));
    let nowhere = Url::parse(&format!("http://127.0.0.1:{port}/")).expect("an address");
    assert_eq!(courier.carry(&nowhere, parcel()).await, Err(NoAnswer::NotConnected));
    let nobody = Url::parse("http://nobody.invalid/").expect("an address");
    assert_eq!(courier.carry(&nobody, parcel()).await, Err(NoAnswer::NameNotFound));
}

#[tokio::test]
async fn an_address_that_says_nothing_keeps_the_next_one_waiting_for_a_moment_only() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let listening = listener.local_addr().expect("an address");
    let (silent, refusing) =
        ("203.0.113.1:9".parse().expect("silent"), "203.0.113.2:9".parse().expect("refusing"));
    let connect = move |address: SocketAddr| async move {
        if address == silent {
            return std::future::pending().await;
        }
        if address == refusing {
            return Err(std::io::ErrorKind::ConnectionRefused.into());
        }
        TcpStream::connect(address).await
    };
    for addresses in [[silent, refusing, listening], [refusing, silent, listening]] {
        let began = Instant::now();
        let found = timeout(CONNECT_MAX, first(&addresses, connect)).await.expect("in time");
        assert_eq!(found.expect("somebody listens").peer_addr().expect("an address"), listening);
        assert!(began.elapsed() >= ALONE_MAX);
    }
    assert!(timeout(CONNECT_MAX, first(&[refusing, refusing], connect)).await.expect("at once").is_none());
    // One that takes its time is not given up for the next.
    let slow = move |address: SocketAddr| async move {
        if address == silent {
            tokio::time::sleep(ALONE_MAX * 2).await;
            return Ok(address);
        }
        Err(std::io::ErrorKind::ConnectionRefused.into())
    };
    assert_eq!(timeout(CONNECT_MAX, first(&[silent, refusing], slow)).await.expect("in time"), Some(silent));
}

#[tokio::test]
async fn who_never_answers_is_left_when_the_time_is_over() {
    let receiver = Receiver::saying("", true).await;
    let courier = Courier { patience: Duration::from_millis(300), ..receiver.courier() };
    let began = Instant::now();
    assert_eq!(courier.carry(&receiver.url(), parcel()).await, Err(NoAnswer::TimedOut));
    assert!(began.elapsed() < CONNECT_MAX);
    assert_eq!(receiver.courier().patience, ATTEMPT_MAX);
}

#[tokio::test]
async fn of_an_answer_without_end_a_little_is_read_and_the_status_counts() {
    let mut endless = b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n".to_vec();
    endless.resize(4 * 1024 * 1024, b'x');
    let receiver = Receiver::saying(endless, true).await;
    assert_eq!(receiver.courier().carry(&receiver.url(), parcel()).await, Ok(200));
    let receiver = Receiver::saying("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n12345", true).await;
    assert_eq!(receiver.courier().carry(&receiver.url(), parcel()).await, Ok(200));
}

#[tokio::test]
async fn what_is_no_http_and_a_head_without_end_are_no_answer() {
    let nonsense = Receiver::saying("I am not a web server\r\n", false).await;
    assert_eq!(nonsense.courier().carry(&nonsense.url(), parcel()).await, Err(NoAnswer::BadAnswer));
    let mut head = b"HTTP/1.1 200 OK\r\nx: ".to_vec();
    head.resize(1024 * 1024, b'x');
    let endless = Receiver::saying(head, true).await;
    assert_eq!(endless.courier().carry(&endless.url(), parcel()).await, Err(NoAnswer::BadAnswer));
    let nothing = Receiver::saying("", false).await;
    assert_eq!(nothing.courier().carry(&nothing.url(), parcel()).await, Err(NoAnswer::BadAnswer));
}

#[tokio::test]
async fn over_tls_the_certificate_must_hold_for_the_name() {
    let made = rcgen::generate_simple_self_signed(vec!["hook.localhost".to_owned(), "127.0.0.1".to_owned()])
        .expect("a certificate");
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("both versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .expect("they belong together");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let (tell, mut heard) = mpsc::unbounded_channel();
    let mut listening = JoinSet::new();
    listening.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            if let Ok(stream) = acceptor.accept(stream).await {
                received(stream, b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n", false, &tell).await;
            }
        }
    });
    let courier = |root: Option<&rcgen::Certificate>| {
        let courier =
            Courier::new(format!("127.0.0.1:{port}, localhost:{port}, [::1]:{port}").parse().expect("hosts"));
        let mut roots = RootCertStore::empty();
        if let Some(root) = root {
            roots.add(root.der().clone()).expect("a certificate");
        }
        assert!(courier.tls.set(connector(roots)).is_ok());
        courier
    };
    let url = |host: &str| Url::parse(&format!("https://{host}:{port}/")).expect("an address");
    assert_eq!(courier(Some(&made.cert)).carry(&url("127.0.0.1"), parcel()).await, Ok(202));
    assert!(heard.recv().await.expect("it heard").contains("whistle-delivery"));
    // Somebody else's certificate, and one for another name.
    assert_eq!(courier(None).carry(&url("127.0.0.1"), parcel()).await, Err(NoAnswer::NotTrusted));
    let another_name = courier(Some(&made.cert)).carry(&url("localhost"), parcel()).await;
    assert_eq!(another_name, Err(NoAnswer::NotTrusted));
    assert!(heard.try_recv().is_err(), "nothing was said to whom nobody believes");
}
